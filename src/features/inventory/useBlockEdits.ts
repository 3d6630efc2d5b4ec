import { useEffect, useEffectEvent } from 'react';
import { useWriteBlock } from '#api/batch.ts';
import { newKey } from '#api/newKey.ts';
import { problemOf } from '#api/problemError.ts';
import type { RecordRow } from '#contract/records.ts';
import type { BlockEdit } from '#grid/column.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import { type Block, batchOf, blockCells, foretoldBy, planCells } from './blockCells.ts';
import { usualReason } from './lastReason.ts';
import { forgetBlock, keepBlock, keptBlock } from './pendingBlock.ts';
import { type GivenBlock, useBlockReview } from './useBlockReview.ts';

/** The most cells that one request takes. */
export const MOST_CELLS = 10_000;
/** Below what the server takes, which counts more than the texts. */
const MOST_CHARACTERS = 12_000_000;

/** How the table speaks: at the cursor, and to a screen reader alone. */
export interface Voice {
  notify(text: string): void;
  announce(text: string): void;
}

/** Writes pasted, filled and cleared blocks: at once where all is well, otherwise after the person has looked. */
export function useBlockEdits({ notify, announce }: Voice) {
  const { words, formats } = useLanguage();
  const texts = words.editing.block;
  const { mutateAsync } = useWriteBlock();
  const { look, fail, take, ...reviewing } = useBlockReview();
  const { review } = reviewing;

  function onBlockEdit(edit: BlockEdit<RecordRow>): void {
    const { cells } = edit;
    const characters = cells.reduce((sum, { text }) => sum + text.length, 0);
    if (cells.length > MOST_CELLS)
      return notify(texts.tooMany(formats.number(cells.length), formats.number(MOST_CELLS)));
    if (characters > MOST_CHARACTERS) return notify(texts.tooLarge);
    const given = givenBlock(edit);
    const { block, rows } = given;
    const plans = planCells(block.cells, { rows, answers: block.answers });
    if (given.passedOver.length > 0 || plans.some((plan) => plan && 'refusal' in plan))
      return void look(given);
    if (plans.every((plan) => plan?.verdict === 'same')) return notify(texts.nothing);
    return void write(given, 'all');
  }

  async function write(given: GivenBlock, mode: 'all' | 'valid'): Promise<void> {
    const { block, rows } = given;
    const [first] = block.cells;
    if (!first) return;
    const plans = planCells(block.cells, { rows, answers: block.answers });
    const foretold = foretoldBy(block.cells, { rows, plans });
    // After the new values are painted: writing a large block down takes a moment.
    setTimeout(() => keepBlock({ ...block, sentAs: mode }), 0);
    const place = { recordId: first.record, columnId: first.field };
    try {
      const { counts } = await mutateAsync({ body: batchOf(block, mode), key: block.key, place, foretold });
      forgetBlock(block.key);
      announce(texts.done(formats.number((counts.new ?? 0) + (counts.changed ?? 0))));
    } catch (fault) {
      const problem = problemOf(fault);
      // Refused as a whole: the next attempt is another intent.
      const next = { ...given, block: { ...block, key: newKey() } };
      if (problem.code === 'batch.refused') await look(next);
      else fail(next, problem);
    }
  }

  function apply(mode: 'all' | 'valid') {
    if (!review?.preview) return;
    const { block, preview } = review;
    const { verdicts } = preview;
    const cells = block.cells.filter((_, index) => ['new', 'changed'].includes(verdicts[index] ?? ''));
    take();
    void write({ ...review, block: mode === 'all' ? block : { ...block, cells } }, mode);
  }

  const restore = useEffectEvent(() => {
    const kept = keptBlock();
    if (!kept) return;
    const { sentAs, ...block } = kept;
    const given = { block, rows: new Map<string, RecordRow>(), passedOver: [] };
    // Sent, and the answer lost with the page: the same key finishes it, or tells that it was done.
    void (sentAs ? write(given, sentAs) : look(given, true));
  });
  useEffect(() => restore(), []);

  return { ...reviewing, onBlockEdit, apply };
}

export function givenBlock({ kind, cells, passedOver }: BlockEdit<RecordRow>): GivenBlock {
  const answers = { increase: usualReason(1), decrease: usualReason(-1) };
  const block: Block = { kind, key: newKey(), cells: blockCells(cells), answers };
  return { block, rows: new Map(cells.map(({ row }) => [row.id, row])), passedOver };
}
