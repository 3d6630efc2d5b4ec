import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Asked,
  type Step,
  type Stock,
  createStock,
  step,
  take,
} from '#server/testing/conversionSteps.ts';
import { type OpenedStore, openTestPostgres, openTestSqlite } from '#server/testing/eachStore.ts';
import { first } from '#server/testing/answerBody.ts';
import { hasPostgres } from '#server/testing/postgres.ts';
import {
  type DumpedStore,
  type StockState,
  type Sums,
  dumpStock,
  openDump,
  stateOfDump,
  sumsByKind,
} from '#server/testing/stockState.ts';
import { type TestApp, openTestApp } from '#server/testing/testApp.ts';
import type { Store } from '#server/store/store.ts';
import { verify } from './verify.ts';

/** Each run draws others; `npm run test:long` plays ten thousand. */
const SEQUENCES = Number(process.env['GRANARY_SEQUENCES'] ?? 100);
/** Databases of each kind played on side by side, so that while one thinks another is asked. */
const LANES = SEQUENCES > 1000 ? 4 : 1;
const HOOK_MS = 120_000;
const STEP_KINDS = [
  'adjust',
  'entry',
  'void',
  'codes',
  'serialize',
  'split',
  'pool',
  'merge',
  'undo',
  'redo',
] as const;

/** Found by chance, and played in each run since. */
const FOUND: [Step[]][] = [
  // A batch that closed meanwhile did not take its units back a second time.
  [
    [
      { do: 'split', record: 4, units: 5, codes: 0, history: 'share' },
      { do: 'adjust', record: 5, by: -2 },
      { do: 'undo', operation: 0 },
    ],
  ],
  // The first code was given away and came back meanwhile: it was the last one then.
  [
    [
      { do: 'pool', records: [1, 5], isInto: true },
      { do: 'undo', operation: 0 },
      { do: 'split', record: 4, units: 1, codes: 1, history: 'share' },
      { do: 'redo', operation: 0 },
    ],
  ],
  // Two codes were given away and came back in another order than they had left.
  [
    [
      { do: 'split', record: 4, units: 1, codes: 1, history: 'share' },
      { do: 'split', record: 5, units: 1, codes: 1, history: 'share' },
      { do: 'undo', operation: 0 },
    ],
  ],
];

/** What an operation adds to the sums: what taking it back takes off again. */
type Effect = Pick<Sums, 'units' | 'money' | 'codes'>;

/** The application on one database, and a look at all that is stored there. */
type Player = TestApp & DumpedStore;

interface Turn {
  id: string;
  way: 'undo' | 'redo';
}

/** A sequence as far as it was played. */
interface Game {
  stock: Stock;
  first: StockState;
  last: StockState;
  /** Of each operation that is in force, what it added. */
  effects: Map<string, Effect>;
  /** Of every operation, in force or not, what it adds. */
  known: Map<string, Effect>;
  /** What takes each step back, and the state it must give back. */
  wayBack: { turn: Turn; before: string }[];
}

describe('Random conversions between other work', () => {
  const opened: OpenedStore[] = [];
  const lanes: Player[][] = [];
  const done: Step['do'][] = [];
  let sequences = 0;

  beforeAll(async () => {
    for (let lane = 0; lane < LANES; lane += 1) {
      const stores = [await openTestSqlite(), ...(hasPostgres ? [await openTestPostgres()] : [])];
      opened.push(...stores);
      lanes.push(await Promise.all(stores.map(({ store }) => openPlayer(store))));
    }
  }, HOOK_MS);
  afterAll(async () => {
    for (const { drop } of opened) await drop();
  }, HOOK_MS);

  it.each([
    { sizes: 'short', runs: SEQUENCES, minLength: 2, maxLength: 9, isAndForth: false },
    { sizes: 'long', runs: Math.ceil(SEQUENCES / 20), minLength: 12, maxLength: 24, isAndForth: true },
  ])(
    'conserve units, money, codes and entries after every step of $runs $sizes sequences, alike on both databases, and undone give the first state back',
    { timeout: 60_000 + SEQUENCES * 2000 },
    async ({ runs, isAndForth, ...length }) => {
      const playAll = (players: readonly Player[]) =>
        fc.assert(
          fc.asyncProperty(fc.array(step, length), async (list) => {
            done.push(...(await playBothWays(players, { list, isAndForth, name: `S${sequences++}` })));
            if (sequences % 500 === 0) process.stdout.write(`${sequences} sequences played\n`);
          }),
          { numRuns: Math.ceil(runs / LANES), examples: FOUND },
        );
      const played = await Promise.allSettled(lanes.map(playAll));
      for (const lane of played) if (lane.status === 'rejected') throw lane.reason;
      for (const { store } of lanes.flat()) {
        const { differences, storedHash, replayedHash } = await verify(store);
        expect({ differences, hash: storedHash }).toEqual({ differences: [], hash: replayedHash });
      }
    },
  );

  it('are not refusals alone: steps of every kind were done', () => {
    const counts = STEP_KINDS.map((kind) => done.filter((one) => one === kind).length);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });
});

async function openPlayer(store: Store): Promise<Player> {
  return { ...openTestApp(store), ...(await openDump(store)) };
}

/** One sequence on every database at once, then back to the first state and, if asked for, forth to the last; answers the steps done. */
async function playBothWays(
  players: readonly Player[],
  { list, name, isAndForth }: { list: readonly Step[]; name: string; isAndForth: boolean },
): Promise<Step['do'][]> {
  const stock = await onAll(players, (app) => createStock(app, name));
  const start = await stateOn(players, stock);
  const game: Game = { stock, first: start, last: start, effects: new Map(), known: new Map(), wayBack: [] };
  const done: Step['do'][] = [];
  for (const one of list) if (await playStep(players, game, one)) done.push(one.do);
  for (const { turn, before } of game.wayBack.toReversed()) {
    await turnOn(players, turn);
    expect((await stateOn(players, stock)).hash).toBe(before);
  }
  expect((await stateOn(players, stock)).hash).toBe(start.hash);
  if (!isAndForth) return done;
  for (const { turn } of game.wayBack)
    await turnOn(players, { id: turn.id, way: turn.way === 'undo' ? 'redo' : 'undo' });
  expect((await stateOn(players, stock)).hash).toBe(game.last.hash);
  return done;
}

/** Was the step done? A refused one has changed nothing. */
async function playStep(players: readonly Player[], game: Game, one: Step): Promise<boolean> {
  const before = game.last;
  const asked = await onAll(players, (app) => take(app, { stock: game.stock, state: before, one }));
  game.last = await stateOn(players, game.stock);
  const isDone = asked !== null && asked.status < 400;
  if (isDone) note(game, { asked, one, before });
  else expect(game.last.dump).toBe(before.dump);
  const { units, money, codes, entries } = game.last.sums;
  expect({ units, money, codes }).toEqual(expectedSums(game));
  // What was posted stays as it was posted; only entries and voids, and taking them back, add lines.
  expect(entries.slice(0, before.sums.entries.length)).toEqual(before.sums.entries);
  if (isConversion(one)) expect(entries).toEqual(before.sums.entries);
  return isDone;
}

const isConversion = (one: Step) => ['serialize', 'split', 'pool', 'merge'].includes(one.do);

/** Keeps what a step did: the effect it has, or whose effect it took away or brought back. */
function note(
  { stock, effects, known, wayBack }: Game,
  { asked, one, before }: { asked: Asked; one: Step; before: StockState },
): void {
  const { turned, posted, codes } = asked;
  const id = turned ?? asked.operationId;
  if (turned === null) {
    const units = one.do === 'adjust' ? one.by : 0;
    known.set(id, { units, money: posted ? sumsByKind([posted]) : {}, codes: [...codes] });
    stock.operations.push(id);
  }
  const isUndo = one.do === 'undo';
  const effect = known.get(id);
  if (effect && !isUndo) effects.set(id, effect);
  else effects.delete(id);
  if (isUndo) stock.undone.add(id);
  else stock.undone.delete(id);
  wayBack.push({ turn: { id, way: isUndo ? 'redo' : 'undo' }, before: before.hash });
}

/** The sums of the first state and of every operation in force. */
function expectedSums({ first: start, effects }: Game): Effect {
  const all = [start.sums, ...effects.values()];
  const money = all.flatMap((effect) =>
    Object.entries(effect.money).map(([kind, amount]) => ({ kind, amount })),
  );
  return {
    units: all.reduce((sum, { units }) => sum + units, 0),
    money: sumsByKind(money),
    codes: all.flatMap(({ codes }) => codes).toSorted(),
  };
}

async function turnOn(players: readonly Player[], { id, way }: Turn): Promise<void> {
  const answer = await onAll(players, async (app) => {
    const { status, body } = await app.ask('POST', `/api/operations/${id}/${way}`);
    return { way, status, code: body.code, blockers: body.blockers };
  });
  expect(answer).toEqual({ way, status: 200 });
}

/** Reads every line of the stock on every database, and requires the same of each. */
async function stateOn(players: readonly Player[], { skus }: Stock): Promise<StockState> {
  const dump = await onAll(players, (player) => dumpStock(player, skus));
  return stateOfDump(dump, first(players).columns);
}

/** Asks every database the same, and requires the same answer. */
async function onAll<T>(players: readonly Player[], ask: (player: Player) => Promise<T>): Promise<T> {
  const answers = await Promise.all(players.map(ask));
  const answer = first(answers);
  for (const other of answers) expect(other).toEqual(answer);
  return answer;
}
