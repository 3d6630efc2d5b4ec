import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { placePanel } from './panelPlace.ts';

interface CellPanelProps {
  readonly id?: string;
  readonly role?: 'group' | 'dialog' | 'listbox' | 'note';
  readonly label?: string;
  readonly children: ReactNode;
}

/**
 * A panel beside the cell, for use inside an editor. It lies in the browser's top layer, so no scroller clips it; it turns up
 * when there is no room below and never leaves the viewport.
 */
export function CellPanel({ id, role, label, children }: CellPanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = panel.current;
    const anchor = element?.closest<HTMLElement>('.grid-layer');
    if (element === null || anchor === null || anchor === undefined) return undefined;
    // Missing where the top layer is (an old browser, a test's DOM): then the panel is merely fixed.
    if ('showPopover' in element) element.showPopover();
    return keepPlaced(element, anchor);
  }, []);
  return (
    <div ref={panel} className="grid-panel" popover="manual" id={id} role={role} aria-label={label}>
      {children}
    </div>
  );
}

function keepPlaced(element: HTMLElement, anchor: HTMLElement): () => void {
  let placedHeight = 0;
  const place = () => {
    element.style.maxHeight = 'none';
    const { width, height } = element.getBoundingClientRect();
    placedHeight = element.offsetHeight;
    const at = placePanel({
      anchor: anchor.getBoundingClientRect(),
      panel: { width, height },
      viewport: visibleViewport(),
    });
    Object.assign(element.style, {
      left: `${String(at.left)}px`,
      top: `${String(at.top)}px`,
      maxHeight: `${String(at.maxHeight)}px`,
    });
    element.toggleAttribute('data-away', anchor.hasAttribute('data-away'));
  };
  // A frame later the layer has followed its row; still before paint.
  const placeSoon = () => requestAnimationFrame(place);
  // Not within the key that opened it: the browser would lay the page out twice.
  const placed = placeSoon();
  // It tells of the first size too, which is known by then.
  const observer = new ResizeObserver(() => {
    if (element.offsetHeight !== placedHeight) placeSoon();
  });
  observer.observe(element);
  window.addEventListener('scroll', placeSoon, true);
  window.addEventListener('resize', placeSoon);
  window.visualViewport?.addEventListener('resize', placeSoon);
  return () => {
    cancelAnimationFrame(placed);
    observer.disconnect();
    window.removeEventListener('scroll', placeSoon, true);
    window.removeEventListener('resize', placeSoon);
    window.visualViewport?.removeEventListener('resize', placeSoon);
  };
}

/** Without the part an on-screen keyboard covers, where the browser tells. */
function visibleViewport() {
  const seen = window.visualViewport;
  if (!seen) return { left: 0, top: 0, width: window.innerWidth, height: window.innerHeight };
  return { left: seen.offsetLeft, top: seen.offsetTop, width: seen.width, height: seen.height };
}
