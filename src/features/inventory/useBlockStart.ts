import { useForetellBlock } from '#api/batch.ts';
import type { RecordRow } from '#contract/records.ts';
import type { BlockEdit } from '#grid/column.ts';
import { type Foretold, foretoldBy, planCells } from './blockCells.ts';
import { MOST_CELLS, givenBlock } from './useBlockEdits.ts';

/** Shows what is plain of a block before all of its rows have been read; what the hook's function answers takes it back. */
export function useBlockStart() {
  const foretell = useForetellBlock();
  return (part: BlockEdit<RecordRow>, cellCount: number): (() => void) | undefined => {
    const foretold = cellCount > MOST_CELLS ? null : plainPart(part);
    return foretold ? foretell(foretold) : undefined;
  };
}

/** How these rows will look; null where something asks or is wrong and the person will look first. */
function plainPart(part: BlockEdit<RecordRow>): Foretold | null {
  const { block, rows } = givenBlock(part);
  const plans = planCells(block.cells, { rows, answers: block.answers });
  const isPlain = part.passedOver.length === 0 && !plans.some((plan) => plan && 'refusal' in plan);
  return isPlain ? foretoldBy(block.cells, { rows, plans }) : null;
}
