import type { RecordFigures } from '#contract/ledger.ts';
import { dayNumber, parseDay } from '#domain/day.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import { placePoints, stepPath } from './curveShape.ts';

interface ProfitCurveProps {
  curve: RecordFigures['curve'];
  payback: RecordFigures['paybackDay'];
}

const BOX = { width: 480, height: 96, inset: 6 };

/** Cumulative profit over time, small: the zero line, the steps, and the day it was earned back. */
export function ProfitCurve({ curve, payback }: ProfitCurveProps) {
  const { words, formats } = useLanguage();
  const points = curve.map(({ day, profit }) => ({ day: numberOf(day), profit: profit.amount }));
  const { xy, zeroY } = placePoints(points, BOX);
  const paybackAt = payback.known
    ? xy[points.findIndex(({ day }) => day >= numberOf(payback.value))]
    : undefined;
  const [first, last] = [curve[0], curve.at(-1)];
  if (!first || !last) return null;
  const text = [
    words.record.curveText(formats.day(first.day), formats.day(last.day), formats.money(last.profit)),
    payback.known ? words.record.curvePayback(formats.day(payback.value)) : words.record.curveNoPayback,
  ].join(' ');
  const line = stepPath(xy);
  const end = xy.at(-1);
  return (
    <figure className="record-curve" data-loss={last.profit.amount < 0 ? '' : undefined}>
      <svg
        viewBox={`0 0 ${String(BOX.width)} ${String(BOX.height)}`}
        role="img"
        aria-label={text}
        preserveAspectRatio="none"
      >
        {end && (
          <path
            className="record-curve-area"
            d={`${line}L${end.x.toFixed(1)} ${zeroY.toFixed(1)}H${String(BOX.inset)}Z`}
          />
        )}
        <line className="record-curve-zero" x1={0} x2={BOX.width} y1={zeroY} y2={zeroY} />
        <path className="record-curve-line" d={line} />
        {paybackAt && (
          <line className="record-curve-payback" x1={paybackAt.x} x2={paybackAt.x} y1={0} y2={BOX.height} />
        )}
      </svg>
      <figcaption aria-hidden="true">
        <span>{formats.day(first.day)}</span>
        <span>
          {payback.known ? words.record.curvePayback(formats.day(payback.value)) : words.record.curve}
        </span>
        <span>{formats.day(last.day)}</span>
      </figcaption>
    </figure>
  );
}

/** The server's days are right; one that is not would be drawn at the start. */
function numberOf(text: string): number {
  const day = parseDay(text);
  return day ? dayNumber(day) : 0;
}
