import type { RefusalCode } from '#contract/refusals.ts';

type Facts = Readonly<Record<string, unknown>>;

/** What happened and what can be done, in a sentence for whoever reads the raw answer. The screen has its own words. */
export function detailOf(code: RefusalCode | 'fault', facts: Facts): string {
  const text = DETAILS[code];
  return typeof text === 'function' ? text(facts) : text;
}

const of = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value));

const DETAILS: Readonly<Record<RefusalCode | 'fault', string | ((facts: Facts) => string)>> = {
  fault:
    'Something broke on our side; nothing was written. Try again, and look into the server’s log if it stays.',
  'request.invalid': 'See `errors` for each field and what it takes.',
  'request.too-large': ({ maxBytes }) =>
    `At most ${of(maxBytes)} bytes are taken in one request; send it in parts.`,
  'request.unreadable': 'The body is not valid JSON in UTF-8.',
  'request.media-type': ({ expected }) => `Send the body as ${of(expected)}.`,
  'idempotency.missing': 'Every write takes an Idempotency-Key header of 1 to 200 visible ASCII characters.',
  'idempotency.reused': 'The same key was sent with another request before. Use a new key for a new request.',
  'version.missing': 'Send the version you saw in If-Match, as in the record’s ETag.',
  'version.stale': ({ seenVersion, currentVersion }) =>
    `You saw version ${of(seenVersion)}; it is ${of(currentVersion)} now. \`current\` is the record as it stands.`,
  'path.missing': ({ method, path }) =>
    `${of(method)} ${of(path)} is no operation of this API; see /api/docs.`,
  'record.missing': ({ id }) => `No record has the id ${of(id)}.`,
  'entry.missing': ({ id }) => `No entry has the id ${of(id)}.`,
  'import.missing': ({ id }) => `No import has the id ${of(id)}; it may have been discarded.`,
  'view.missing':
    'No view that you may see has this id; it may have been removed, or is not shared any more.',
  'view.not-yours': ({ name, ownerName }) =>
    `Only ${of(ownerName)} may change or remove “${of(name)}”. Save it under a name of your own.`,
  'view.too-many': ({ max }) => `One person keeps at most ${of(max)} views; remove some first.`,
  'reading.missing': ({ id }) => `No reading has the id ${of(id)}.`,
  'sku.missing': ({ given }) => `No item has the SKU ${of(given)}; give it to an item first.`,
  'reading.invalid': ({ given, max }) =>
    `${of(given)} is no reading; whole numbers from 0 to ${of(max)} are taken.`,
  'reading.backwards': ({ given, least, most }) =>
    `${of(given)} does not fit between the readings of that time (${of(least ?? 0)} and ${of(most ?? 'no end')}). Void the wrong one, or say \`isReset\` where the meter began anew.`,
  'reading.already-void': 'It was taken back already.',
  'code.missing': ({ given }) => `No record has or had the code ${of(given)}.`,
  forbidden: ({ leastRole }) => `This takes the role ${of(leastRole)}. Ask somebody who has it.`,
  'quantity.invalid': ({ problem, min, max }) =>
    `${QUANTITY_PROBLEMS[of(problem)] ?? 'That is no quantity'}; whole numbers from ${of(min)} to ${of(max)} are allowed.`,
  'quantity.moved': ({ seen, current, keepCounted, keepDifference }) =>
    `You saw ${of(seen)} but it is ${of(current)} now: keep what was counted (${of(keepCounted)}) or the difference (${of(keepDifference)}).`,
  'quantity.crossing': ({ question, options }) =>
    `${CROSSING_QUESTIONS[of(question)] ?? ''} Answer with one of: ${of(options)}.`,
  'quantity.too-many-units': ({ max, units }) =>
    `${of(units)} new records were asked for; at most ${of(max)} are made at once.`,
  'cell.moved': ({ current }) =>
    `The cell holds “${of(current)}” by now. Send that as \`seen\` if it is to be replaced all the same.`,
  'batch.refused': ({ refused, edits }) =>
    `${of(refused)} of ${of(edits)} edits are refused; see \`errors\`. \`mode: "valid"\` writes the others.`,
  'batch.repeated': 'An earlier edit of this batch is about the same cell.',
  'batch.too-many': ({ given, max }) => `${of(given)} records match; at most ${of(max)} are changed at once.`,
  'batch.moved': ({ seen, current }) =>
    `The preview counted ${of(seen)} records; ${of(current)} match by now. Look at the preview again.`,
  'request.cancelled': 'Whoever asked went away before it was written.',
  'reason.unfit': ({ options }) => `For this change give one of: ${of(options)}.`,
  'code.empty': 'A stock code has at least one character.',
  'code.too-long': ({ length, max }) => `The code has ${of(length)} characters; ${of(max)} are allowed.`,
  'code.control-character': 'A code may not hold control characters such as tab or NUL.',
  'code.broken-text': 'The code holds half of a surrogate pair, which is no character.',
  'code.damaged': ({ given }) =>
    `${of(given)} looks like a number that a spreadsheet shortened; its digits are lost.`,
  'code.repeated': ({ given }) => `${of(given)} is given twice (case and spaces at the ends do not count).`,
  'code.too-many': ({ max }) => `At most ${of(max)} codes are taken at once.`,
  'code.range-invalid':
    'A range is written A001..A050: both ends in full, the same but for the last number, rising.',
  'code.taken': ({ given, ownerName }) =>
    `${of(given)} is on “${of(ownerName)}”. Take it off there, or move it here.`,
  'reference.taken': ({ given, ownerName }) => `${of(given)} is the reference of “${of(ownerName)}”.`,
  'text.empty': 'This field may not be empty.',
  'text.too-long': ({ length, max }) => `The text has ${of(length)} characters; ${of(max)} are allowed.`,
  'text.control-character': 'The text may not hold control characters.',
  'text.broken': 'The text holds half of a surrogate pair, which is no character.',
  'day.invalid': ({ given }) => `${of(given)} is no day; days are written 2026-11-23.`,
  'amount.invalid': ({ given }) => `${of(given)} is no whole number of the smallest unit.`,
  'amount.too-precise': ({ decimals }) =>
    `The currency has ${of(decimals)} decimals; nothing is rounded silently.`,
  'amount.too-large': ({ max }) => `Amounts and totals are exact up to ${of(max)} smallest units.`,
  'amount.zero': 'Give an amount other than zero.',
  'amount.other-currency': ({ given, currency }) =>
    `The amount is in ${of(given)}; this workspace keeps ${of(currency)}.`,
  'service.invalid': 'The period needs two days in order and a number of units of at least 1.',
  'entry.already-void': 'A second line takes this entry back already.',
  'entry.is-void': 'Post the original entry again instead.',
  'entry.ref-taken': ({ entryId }) =>
    `The entry ${of(entryId)} has this source and reference; it was counted once.`,
  'conversion.too-many': ({ asked, available }) => `${of(asked)} were asked for; ${of(available)} are there.`,
  'conversion.too-few': ({ least }) => `At least ${of(least)} records are needed.`,
  'conversion.not-bulk': ({ name }) => `“${of(name)}” does not stand for several units.`,
  'conversion.closed': ({ name }) => `“${of(name)}” is closed: open it again first, or leave it out.`,
  'conversion.different': ({ names }) =>
    `${of(names)} differ in their SKU: only units of one kind go together.`,
  'conversion.code-elsewhere': ({ given }) => `${of(given)} is not on the batch that is split.`,
  'operation.missing': ({ id }) => `No operation has the id ${of(id)}.`,
  'operation.already-undone': 'It can be done again with redo.',
  'operation.not-undone': 'Only what was undone can be done again.',
  'operation.not-undoable': ({ type }) =>
    `An operation of the kind “${of(type)}” cannot be taken back as a whole.`,
  'operation.superseded': ({ recordName, blockers }) =>
    `“${of(recordName)}” was worked on since (${Array.isArray(blockers) ? blockers.length : 0}); take that back first.`,
  'export.too-many': ({ lines, max }) =>
    `The report has ${of(lines)} lines; ${of(max)} fit. Filter it, or take CSV, which has no end.`,
  'import.not-ready': ({ state }) => `The import is ${of(state)}.`,
  'import.invalid': ({ problem }) => `The files cannot be brought in: ${of(problem)}.`,
};

const QUANTITY_PROBLEMS: Readonly<Record<string, string>> = {
  negative: 'A quantity cannot be below zero',
  fraction: 'A quantity is a whole number',
  'too-large': 'The quantity is too large',
  'not-a-number': 'That is no number',
};

const CROSSING_QUESTIONS: Readonly<Record<string, string>> = {
  grow: 'One unit becomes many: add new records of one unit each, or turn this record into a pool?',
  close: 'The last units leave and the record closes: why? Send `crossing: "close"` with the reason.',
  reopen: 'The record was closed: why are there units again?',
};
