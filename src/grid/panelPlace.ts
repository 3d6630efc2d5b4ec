interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface PanelPlace {
  readonly left: number;
  readonly top: number;
  readonly maxHeight: number;
  readonly side: 'below' | 'above';
}

const MARGIN_PX = 8;
const GAP_PX = 4;

/**
 * Where a panel goes beside its cell: below it, above it when there is more room, always inside the visible viewport. Too
 * tall for either side: it gets the larger one and scrolls.
 */
export function placePanel({
  anchor,
  panel,
  viewport,
}: {
  anchor: Box;
  panel: Pick<Box, 'width' | 'height'>;
  viewport: Box;
}): PanelPlace {
  const roomBelow = viewport.top + viewport.height - MARGIN_PX - (anchor.top + anchor.height + GAP_PX);
  const roomAbove = anchor.top - GAP_PX - (viewport.top + MARGIN_PX);
  const side = panel.height <= roomBelow || roomBelow >= roomAbove ? 'below' : 'above';
  const maxHeight = Math.max(0, side === 'below' ? roomBelow : roomAbove);
  const height = Math.min(panel.height, maxHeight);
  const top = side === 'below' ? anchor.top + anchor.height + GAP_PX : anchor.top - GAP_PX - height;
  const rightmost = viewport.left + viewport.width - MARGIN_PX - panel.width;
  const left = Math.max(viewport.left + MARGIN_PX, Math.min(anchor.left, rightmost));
  return { left, top, maxHeight, side };
}
