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
    scroll.setGround(ground, scene.cursor.at);
    hasFocus.current = hadFocus;
  });
  useLayoutEffect(() => () => rows.stop(), [rows]);
}
