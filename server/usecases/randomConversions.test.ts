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
import { hasPostgres } from '#server/testing/postgres.ts';
import { type StockState, type Sums, readStock, sumsByKind } from '#server/testing/stockState.ts';
import { type TestApp, openTestApp } from '#server/testing/testApp.ts';
import { verify } from './verify.ts';

/** Each run draws others; `npm run test:long` plays ten thousand. */
const SEQUENCES = Number(process.env['GRANARY_SEQUENCES'] ?? 100);
const HOOK_MS = 60_000;
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

/** What an operation adds to the sums: what taking it back takes off again. */
type Effect = Pick<Sums, 'units' | 'money' | 'codes'>;

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
  let apps: TestApp[] = [];
  const done: Step['do'][] = [];
  let sequences = 0;

  beforeAll(async () => {
    opened.push(await openTestSqlite());
    if (hasPostgres) opened.push(await openTestPostgres());
    apps = opened.map(({ store }) => openTestApp(store));
  }, HOOK_MS);
  afterAll(async () => {
    for (const { drop } of opened) await drop();
  }, HOOK_MS);

  it.each([
    { sizes: 'short', runs: SEQUENCES, minLength: 2, maxLength: 9 },
    { sizes: 'long', runs: Math.ceil(SEQUENCES / 20), minLength: 12, maxLength: 24 },
  ])(
    'conserve units, money, codes and entries after every step of $runs $sizes sequences, alike on both databases, and undone give the first state back',
    { timeout: 60_000 + SEQUENCES * 2000 },
    async ({ runs, ...length }) => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, length), async (list) => {
          done.push(...(await playBothWays(apps, { list, name: `S${sequences++}` })));
        }),
        { numRuns: runs },
      );
      for (const { store } of apps) {
        const { differences, storedHash, replayedHash } = await verify(store.read);
        expect({ differences, hash: storedHash }).toEqual({ differences: [], hash: replayedHash });
      }
    },
  );

  it('are not refusals alone: steps of every kind were done', () => {
    const counts = STEP_KINDS.map((kind) => done.filter((one) => one === kind).length);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });
});

/** One sequence on every database at once, then back to the first state and forth to the last; answers the steps done. */
async function playBothWays(
  apps: readonly TestApp[],
  { list, name }: { list: readonly Step[]; name: string },
): Promise<Step['do'][]> {
  const stock = await onAll(apps, (app) => createStock(app, name));
  const first = await stateOn(apps, stock);
  const game: Game = { stock, first, last: first, effects: new Map(), known: new Map(), wayBack: [] };
  const done: Step['do'][] = [];
  for (const one of list) if (await playStep(apps, game, one)) done.push(one.do);
  for (const { turn, before } of game.wayBack.toReversed()) {
    await turnOn(apps, turn);
    expect((await stateOn(apps, stock)).hash).toBe(before);
  }
  expect((await stateOn(apps, stock)).hash).toBe(first.hash);
  for (const { turn } of game.wayBack)
    await turnOn(apps, { id: turn.id, way: turn.way === 'undo' ? 'redo' : 'undo' });
  expect((await stateOn(apps, stock)).hash).toBe(game.last.hash);
  return done;
}

/** Was the step done? A refused one has changed nothing. */
async function playStep(apps: readonly TestApp[], game: Game, one: Step): Promise<boolean> {
  const before = game.last;
  const asked = await onAll(apps, (app) => take(app, game.stock, one));
  game.last = await stateOn(apps, game.stock);
  const isDone = asked !== null && asked.status < 400;
  if (isDone) note(game, { asked, one, before });
  else expect(game.last).toEqual(before);
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
function expectedSums({ first, effects }: Game): Effect {
  const all = [first.sums, ...effects.values()];
  const money = all.flatMap((effect) =>
    Object.entries(effect.money).map(([kind, amount]) => ({ kind, amount })),
  );
  return {
    units: all.reduce((sum, { units }) => sum + units, 0),
    money: sumsByKind(money),
    codes: all.flatMap(({ codes }) => codes).toSorted(),
  };
}

async function turnOn(apps: readonly TestApp[], { id, way }: Turn): Promise<void> {
  const answer = await onAll(apps, async (app) => {
    const { status, body } = await app.ask('POST', `/api/operations/${id}/${way}`);
    return { way, status, code: body.code, blockers: body.blockers };
  });
  expect(answer).toEqual({ way, status: 200 });
}

function stateOn(apps: readonly TestApp[], stock: Stock): Promise<StockState> {
  return onAll(apps, ({ store }) => readStock(store, stock));
}

/** Asks every database the same, and requires the same answer. */
async function onAll<T>(apps: readonly TestApp[], ask: (app: TestApp) => Promise<T>): Promise<T> {
  const [answer, ...others] = await Promise.all(apps.map(ask));
  for (const other of others) expect(other).toEqual(answer);
  if (answer === undefined) throw new Error('there is a database to ask');
  return answer;
}
