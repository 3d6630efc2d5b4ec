import type { EntryKind } from '#domain/entry.ts';

/** One line of the shop's own ledger file: money, or units that left without any. */
export interface LedgerLine {
  reference: string;
  kind: EntryKind | Exit;
  date: string;
  /** Null where units left without money. */
  cents: number | null;
  counterparty: string;
  note: string;
  /** How many units went away with it. */
  units?: number;
}

type Exit = 'lost' | 'damaged' | 'consumed';
type Row = readonly [
  reference: string,
  kind: EntryKind,
  date: string,
  euros: number,
  counterparty: string,
  note: string,
  units?: number,
];
type ExitRow = readonly [reference: string, kind: Exit, date: string, units: number];

const ROWS: readonly Row[] = [
  ['CAR-01', 'insurance', '2024-12-02', 312, 'Allianz', 'Half-year'],
  ['CAR-02', 'insurance', '2024-12-02', 312, 'Allianz', 'Half-year'],
  ['VAN-01', 'insurance', '2024-12-02', 448, 'Allianz', 'Half-year'],
  ['CAR-02', 'repair', '2025-02-21', 1240.5, 'Autohaus Brenner', 'Clutch slips'],
  ['CAR-02', 'transport', '2025-02-21', 290, 'ADAC', 'Towed from Sölden'],
  ['CAR-02', 'repair', '2025-05-28', 4869.9, 'Autohaus Brenner', 'Gearbox'],
  ['CAR-01', 'insurance', '2025-06-02', 312, 'Allianz', 'Half-year'],
  ['CAR-02', 'insurance', '2025-06-02', 312, 'Allianz', 'Half-year'],
  ['VAN-01', 'insurance', '2025-06-02', 448, 'Allianz', 'Half-year'],
  ['CAR-01', 'maintenance', '2025-06-16', 289, 'Autohaus Brenner', 'Service 30,000 km'],
  ['CAR-02', 'maintenance', '2025-06-18', 289, 'Autohaus Brenner', 'Service 15,000 km'],
  ['SKI-OLD-01', 'sale', '2025-04-14', 75, 'Flea market', ''],
  ['SKI-OLD-02', 'sale', '2025-04-14', 60, 'Flea market', ''],
  ['BOARD-02', 'sale', '2025-04-26', 120, 'willhaben', 'Edge torn out'],
  ['EMTB-CU-03', 'repair', '2025-07-14', 640, 'Zweirad Maier', 'Motor replaced, out of warranty'],
  ['EMTB-TR-02', 'repair', '2025-08-04', 219.5, 'Zweirad Maier', 'Derailleur and hanger'],
  ['EMTB-TR-02', 'fee', '2025-08-05', 150, 'Familie Novak', 'Deposit kept'],
  ['GOPRO-05', 'repair', '2025-02-17', 89, 'Foto Kerner', 'Lens cover'],
  ['DRONE-01', 'repair', '2025-07-22', 349, 'Foto Kerner', 'Gimbal after a crash'],
  ['DRONE-01', 'insurance', '2025-05-02', 96, 'Helden', 'Liability, year'],
  ['GRINDER-01', 'fee', '2025-02-28', 1184, 'Walk-in', 'Ski service, December to February'],
  ['GRINDER-01', 'fee', '2025-04-12', 612, 'Walk-in', 'Ski service, March and April'],
  ['CITY-04', 'repair', '2025-06-30', 128, 'Own workshop', 'Rear wheel rebuilt'],
  ['POLE-120', 'sale', '2025-04-14', 40, 'Flea market', 'Five worn pairs', 5],
  ['CAR-01', 'insurance', '2025-12-01', 318, 'Allianz', 'Half-year'],
  ['CAR-02', 'insurance', '2025-12-01', 318, 'Allianz', 'Half-year'],
  ['VAN-01', 'insurance', '2025-12-01', 455, 'Allianz', 'Half-year'],
  ['CAR-01', 'maintenance', '2025-11-10', 498, 'Reifen Ott', 'Winter tyres'],
  ['CAR-02', 'maintenance', '2025-11-10', 498, 'Reifen Ott', 'Winter tyres'],
  ['CAR-02', 'repair', '2026-01-14', 2310, 'Autohaus Brenner', 'Turbocharger'],
  ['CAR-01', 'insurance', '2026-06-01', 318, 'Allianz', 'Half-year'],
  ['CAR-02', 'insurance', '2026-06-01', 318, 'Allianz', 'Half-year'],
  ['VAN-01', 'insurance', '2026-06-01', 455, 'Allianz', 'Half-year'],
  ['DRONE-01', 'insurance', '2026-05-04', 96, 'Helden', 'Liability, year'],
  ['GRINDER-01', 'fee', '2026-02-28', 1420, 'Walk-in', 'Ski service, December to February'],
  ['GRINDER-01', 'fee', '2026-04-11', 735, 'Walk-in', 'Ski service, March and April'],
  ['ROAD-CA-02', 'repair', '2026-06-22', 412, 'Canyon', 'Carbon fork after a fall'],
  ['CARGO-02', 'repair', '2026-07-09', 538, 'Zweirad Maier', 'Controller'],
  ['EMTB-CU-03', 'repair', '2026-08-11', 289, 'Zweirad Maier', 'Battery cells'],
  ['SONY-01', 'repair', '2026-03-16', 264, 'Foto Kerner', 'Sensor cleaned, mount replaced'],
  ['GOPRO-07', 'fee', '2026-02-12', 120, 'Alpine School', 'Deposit kept, lost in a tree well'],
  ['CAR-02', 'transport', '2026-01-14', 340, 'ADAC', 'Towed from the Brenner'],
  ['SKI-FI-02', 'repair', '2026-01-08', 65, 'Own workshop', 'Base patched after rocks'],
  ['BOOT-SA-04', 'repair', '2026-02-02', 28, 'Own workshop', 'Buckle'],
  ['SKI-RO-06', 'sale', '2026-04-14', 140, 'Season sale', ''],
  ['BOARD-05', 'sale', '2026-04-14', 110, 'Season sale', ''],
  ['CAR-01', 'maintenance', '2026-05-06', 312, 'Autohaus Brenner', 'Service 60,000 km'],
  ['MTB-SP-04', 'repair', '2026-06-09', 74.9, 'Own workshop', 'Bent derailleur hanger'],
  ['TUBE-29', 'sale', '2026-07-13', 31.6, 'Walk-in', 'Over the counter', 4],
  ['TRAILER-02', 'repair', '2026-08-03', 58.5, 'Zweirad Maier', 'Wheel and rain cover'],
];

const EXITS: readonly ExitRow[] = [
  ['WAX', 'consumed', '2024-11-20', 3],
  ['WAX', 'consumed', '2025-11-19', 4],
  ['PADS', 'consumed', '2025-06-30', 9],
  ['PADS', 'consumed', '2026-04-20', 8],
  ['TUBE-29', 'consumed', '2025-08-31', 11],
  ['TUBE-29', 'consumed', '2026-06-15', 9],
  ['HELM-M', 'damaged', '2025-12-22', 2],
  ['POLE-115', 'lost', '2025-12-29', 1],
  ['POLE-110', 'damaged', '2026-02-25', 3],
  ['GOPRO-07', 'lost', '2026-02-11', 1],
  ['LOCK', 'damaged', '2026-07-02', 1],
  ['SUP-02', 'damaged', '2026-07-19', 1],
];

/** The lines that somebody wrote by hand. */
export const WRITTEN_LINES: readonly LedgerLine[] = [...ROWS.map(lineOf), ...EXITS.map(exitOf)];

/** In the garage, lent out or gone: nothing is booked on these days. */
export const ABSENT: readonly { reference: string; from: string; to: string }[] = [
  { reference: 'CAR-02', from: '2025-02-20', to: '2025-05-30' },
  { reference: 'CAR-02', from: '2026-01-12', to: '2026-03-20' },
  { reference: 'SKI-OLD-01', from: '2025-04-13', to: '2099-12-31' },
  { reference: 'SKI-OLD-02', from: '2025-04-13', to: '2099-12-31' },
  { reference: 'BOARD-02', from: '2025-03-22', to: '2099-12-31' },
  { reference: 'DRONE-01', from: '2025-07-10', to: '2025-08-10' },
  { reference: 'GOPRO-07', from: '2026-02-11', to: '2099-12-31' },
  { reference: 'SUP-02', from: '2026-07-19', to: '2099-12-31' },
  { reference: 'SKI-RO-06', from: '2026-04-13', to: '2099-12-31' },
  { reference: 'BOARD-05', from: '2026-04-13', to: '2099-12-31' },
];

function lineOf([reference, kind, date, euros, counterparty, note, units = 1]: Row): LedgerLine {
  return {
    reference,
    kind,
    date,
    cents: Math.round(euros * 100),
    counterparty,
    note,
    ...(kind === 'sale' ? { units } : {}),
  };
}

function exitOf([reference, kind, date, units]: ExitRow): LedgerLine {
  return { reference, kind, date, cents: null, counterparty: '', note: '', units };
}
