import { useLayoutEffect, useRef, type ReactNode } from 'react';
import './gridLayer.css';
import type { CellPosition } from './cursor.ts';
import { ROW_HEIGHT, type GridScroll } from './scroll.ts';

interface EditorLayerProps<Row> {
  readonly at: CellPosition;
  readonly scroll: GridScroll<Row>;
  readonly className: string;
  readonly children: ReactNode;
}

/**
 * Holds something over a cell and follows it while the rows scroll, outside the scroller so that nothing clips it. When the
 * cell goes out of sight the content turns invisible but stays mounted and focused: what is typed into it survives.
 */
export function EditorLayer<Row>({ at, scroll, className, children }: EditorLayerProps<Row>) {
  const layer = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const follow = () => {
      const element = layer.current;
      if (element === null) return;
      const box = scroll.cellBox(at);
      Object.assign(element.style, {
        left: `${String(box.left)}px`,
        top: `${String(box.top)}px`,
        width: `${String(box.width)}px`,
        height: `${String(ROW_HEIGHT)}px`,
      });
      element.toggleAttribute('data-away', !box.isInSight);
    };
    follow();
    return scroll.onMoved(follow);
  });
  return (
    <div ref={layer} className={`grid-layer ${className}`}>
      {children}
    </div>
  );
}
