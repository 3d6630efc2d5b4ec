import type { AdjustmentReason } from '#domain/adjustment.ts';
import type { EntryKind } from '#domain/entry.ts';

/** What somebody did in Granary at a moment. Money in euros. */
export interface Work {
  at: string;
  who: 'mira' | 'hanna' | 'luis';
  what: WorkDone;
}

export type WorkDone =
  | {
      book: EntryKind;
      on: string;
      euros: number;
      note: string;
      service?: readonly [from: string, to: string, units: number];
    }
  | { change: number; of: string; reason: AdjustmentReason; note?: string; euros?: number; isLast?: true }
  | { count: number; of: string; note: string }
  | { move: string; to: string }
  | { label: string; codes: readonly string[] }
  | { takeBackLast: string; why: string };

type Row = readonly [at: string, who: Work['who'], what: WorkDone];

const ROWS: readonly Row[] = [
  [
    '2026-10-06T08:50',
    'hanna',
    { book: 'rental', on: 'CAR-01', euros: 186, note: '3 days', service: ['2026-10-03', '2026-10-05', 1] },
  ],
  [
    '2026-10-06T09:05',
    'hanna',
    {
      book: 'rental',
      on: 'EMTB-C2-01',
      euros: 104,
      note: '2 days',
      service: ['2026-10-04', '2026-10-05', 1],
    },
  ],
  ['2026-10-07T07:40', 'luis', { move: 'SKI-OLD-03', to: 'Ski wall C' }],
  [
    '2026-10-07T15:20',
    'hanna',
    { change: -1, of: 'CITY-06', reason: 'lost', note: 'Stolen at the station', isLast: true },
  ],
  ['2026-10-12T09:30', 'hanna', { count: 52, of: 'CABLE-USBC', note: 'Autumn count' }],
  ['2026-10-12T09:44', 'hanna', { count: 35, of: 'LOCK', note: 'Autumn count' }],
  [
    '2026-10-12T09:51',
    'hanna',
    { count: 24, of: 'POLE-120', note: 'Autumn count: one pair less than the file said' },
  ],
  [
    '2026-10-14T13:50',
    'luis',
    { label: 'CABLE-EXT', codes: ['CABLE-EXT', 'EXT-1', 'EXT-2', 'EXT-3', 'EXT-4', 'EXT-5', 'EXT-6'] },
  ],
  [
    '2026-10-16T10:10',
    'hanna',
    { change: 1, of: 'CITY-06', reason: 'found', note: 'The police brought it back' },
  ],
  ['2026-10-19T13:25', 'luis', { book: 'repair', on: 'CITY-06', euros: 96, note: 'Lock cut, new saddle' }],
  ['2026-10-20T13:10', 'luis', { change: -4, of: 'WAX', reason: 'consumed', note: 'Pre-season service' }],
  ['2026-10-22T10:10', 'hanna', { book: 'maintenance', on: 'CAR-01', euros: 498, note: 'Winter tyres' }],
  ['2026-10-22T10:12', 'hanna', { book: 'maintenance', on: 'CAR-01', euros: 498, note: 'Winter tyres' }],
  ['2026-10-22T11:30', 'hanna', { takeBackLast: 'CAR-01', why: 'The bill was booked twice' }],
  ['2026-10-26T10:00', 'mira', { book: 'insurance', on: 'CAR-01', euros: 325, note: 'Half-year' }],
  ['2026-10-26T10:01', 'mira', { book: 'insurance', on: 'CAR-02', euros: 325, note: 'Half-year' }],
  [
    '2026-11-02T09:10',
    'hanna',
    { book: 'rental', on: 'CAR-02', euros: 124, note: '2 days', service: ['2026-10-31', '2026-11-01', 1] },
  ],
  ['2026-11-03T15:05', 'luis', { move: 'BOOT-SC-01', to: 'Boot rack 1' }],
  [
    '2026-11-05T08:30',
    'luis',
    { book: 'maintenance', on: 'GRINDER-01', euros: 212.4, note: 'New diamond for the stone' },
  ],
  [
    '2026-11-09T11:20',
    'hanna',
    { book: 'rental', on: 'GOPRO-02', euros: 57, note: '3 days', service: ['2026-11-06', '2026-11-08', 1] },
  ],
  ['2026-11-10T08:15', 'luis', { book: 'maintenance', on: 'SKI-AT-01', euros: 14, note: 'Edges and wax' }],
  ['2026-11-12T16:00', 'hanna', { change: 20, of: 'STRAP', reason: 'purchase', note: 'Hagebau', euros: 118 }],
  [
    '2026-11-13T16:05',
    'hanna',
    { change: 12, of: 'POLE-115', reason: 'purchase', note: 'Sport Gruber', euros: 168 },
  ],
  [
    '2026-11-16T12:30',
    'hanna',
    { book: 'rental', on: 'CAR-01', euros: 310, note: '5 days', service: ['2026-11-11', '2026-11-15', 1] },
  ],
  [
    '2026-11-17T18:20',
    'luis',
    { change: -2, of: 'HELM-M', reason: 'damaged', note: 'Cracked shells, binned' },
  ],
  ['2026-11-18T17:40', 'luis', { book: 'repair', on: 'CAR-02', euros: 890, note: 'Rear brakes and bearing' }],
  ['2026-11-19T14:22', 'luis', { change: 1, of: 'HELM-L', reason: 'found', note: 'Was in the van' }],
  [
    '2026-11-20T16:30',
    'hanna',
    {
      book: 'rental',
      on: 'CABLE-EXT',
      euros: 20,
      note: 'Christmas market',
      service: ['2026-11-18', '2026-11-19', 2],
    },
  ],
];

/** Seven weeks of work after the shop moved to Granary, in the order in which it was done. */
export const DAILY_WORK: readonly Work[] = ROWS.map(([at, who, what]) => ({
  at: `${at}:00.000Z`,
  who,
  what,
}));
