import { type RefObject, useState } from 'react';
import { type StandsInTheWay, standsInTheWay } from '#api/conversions.ts';
import type { ProblemError } from '#api/problemError.ts';
import type { RecordWindow } from '#api/recordWindow.ts';
import { useTurnStep } from '#api/turnSteps.ts';
import type { Way } from '#api/turnOperation.ts';
import type { GridHandle } from '#grid/session.ts';
import { useWords } from '#ui/useLanguage.ts';

export interface RefusedTurn {
  way: Way;
  problem: ProblemError;
  inTheWay: StandsInTheWay | null;
}

/** Ctrl+Z and Ctrl+Y in the table: the cursor goes to where it happened; a refusal is told with what stands in the way. */
export function useTableUndo({
  grid,
  list,
}: {
  grid: RefObject<GridHandle | null>;
  list: Pick<RecordWindow, 'indexOf'>;
}) {
  const texts = useWords().editing.undo;
  const turnStep = useTurnStep();
  const [refused, setRefused] = useState<RefusedTurn | null>(null);

  async function turn(way: Way): Promise<void> {
    const turned = await turnStep(way);
    if (turned.outcome === 'nothing')
      return grid.current?.notify(way === 'undo' ? texts.nothingToUndo : texts.nothingToRedo);
    const { recordId, columnId } = turned.place;
    const rowIndex = list.indexOf(recordId);
    if (rowIndex !== undefined) grid.current?.goTo({ rowIndex, columnId });
    if (turned.outcome === 'refused') {
      const { problem } = turned;
      return setRefused({ way, problem, inTheWay: standsInTheWay(problem) });
    }
    setRefused(null);
    return grid.current?.announce(way === 'undo' ? texts.undone : texts.redone);
  }

  return { refused, onUndo: (way: Way) => void turn(way), forgetRefused: () => setRefused(null) };
}
