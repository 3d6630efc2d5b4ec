import { useLayoutEffect, type RefObject } from 'react';
import type { RowPainter, Scene } from './rowPainter.ts';

/** Draws the rows whenever React has drawn the rest; between two such drawings scrolling does, from the same scene. */
export function useDrawnRows<Row>(
  scene: Scene<Row>,
  rows: RowPainter<Row>,
  hasFocus: RefObject<boolean>,
): void {
  const { scroll, ground } = scene.session.viewport;
  useLayoutEffect(() => {
    // A row that is taken away with the focus in it tells a blur, but nobody has left the grid.
    const hadFocus = hasFocus.current;
    rows.setScene(scene);
    // A turned tablet, a keypad that opens, another order of columns: what was in sight of the cursor stays in sight.
    const wasInSight = scroll.cellBox(scene.cursor.at).isInSight;
    const isOtherGround = scroll.setGround(ground);
    if (isOtherGround && wasInSight) scroll.reveal(scene.cursor.at);
    hasFocus.current = hadFocus;
  });
  useLayoutEffect(() => () => rows.stop(), [rows]);
}
