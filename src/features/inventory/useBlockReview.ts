import { useState } from 'react';
import { type BatchAnswer, previewBatch } from '#api/batch.ts';
import { newKey } from '#api/newKey.ts';
import { type ProblemError, problemOf } from '#api/problemError.ts';
import type { RecordRow } from '#contract/records.ts';
import type { QuantityAnswers } from '#domain/cellEdit.ts';
import type { PassedOver } from '#grid/column.ts';
import { type Block, batchOf, withNewerSeen } from './blockCells.ts';
import { forgetBlock, keepBlock } from './pendingBlock.ts';

export type Rows = ReadonlyMap<string, RecordRow>;

/** A block with what is known beside it: its rows as they were shown, and the cells that cannot be edited at all. */
export interface GivenBlock {
  block: Block;
  rows: Rows;
  passedOver: readonly PassedOver[];
}

/** A block that could not be written as it was: looked at cell by cell. */
export interface BlockReview extends GivenBlock {
  /** Null while the server looks at it. */
  preview: BatchAnswer | null;
  problem: ProblemError | null;
  isRestored: boolean;
}

/** The block that a person looks at before it is written. Each answer of theirs is another intent, looked at anew. */
export function useBlockReview() {
  const [review, setReview] = useState<BlockReview | null>(null);

  async function look(given: GivenBlock, isRestored = false): Promise<void> {
    const { block } = given;
    keepBlock(block);
    const opened: BlockReview = { ...given, preview: null, problem: null, isRestored };
    setReview(opened);
    const news = await previewOf(block);
    setReview((shown) => (shown?.block.key === block.key ? { ...shown, ...news } : shown));
  }

  function lookAgain(change: Partial<Block>): void {
    if (review) void look({ ...review, block: { ...review.block, ...change, key: newKey() } });
  }

  return {
    review,
    look,
    /** It could not even be asked about. */
    fail: (given: GivenBlock, problem: ProblemError) =>
      setReview({ ...given, preview: null, problem, isRestored: false }),
    take: () => setReview(null),
    close() {
      if (review) forgetBlock(review.block.key);
      setReview(null);
    },
    retry: () => lookAgain({}),
    answer: (change: QuantityAnswers) =>
      review && lookAgain({ answers: { ...review.block.answers, ...change } }),
    /** Their newer values were shown; the person replaces them. */
    overwrite() {
      const problems = new Map(review?.preview?.problems.map((problem) => [problem.index, problem]));
      lookAgain({
        cells: review?.block.cells.map((cell, index) => withNewerSeen(cell, problems.get(index) ?? {})) ?? [],
      });
    },
  };
}

async function previewOf(block: Block): Promise<Pick<BlockReview, 'preview' | 'problem'>> {
  try {
    return { preview: await previewBatch(batchOf(block, 'all')), problem: null };
  } catch (fault) {
    return { preview: null, problem: problemOf(fault) };
  }
}
