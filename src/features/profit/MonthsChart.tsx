import { AxisBottom, AxisLeft } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar, LinePath } from '@visx/shape';
import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, useId, useState } from 'react';
import type { Report } from '#api/profitability.ts';
import { usePageLanguage } from '#ui/pageWords.ts';
import { bucketName } from './bucketName.ts';
import { ChartTable } from './ChartTable.tsx';
import { type TimeBucket, bucketMonths } from './timeBuckets.ts';
import './chart.css';

interface MonthsChartProps {
  rows: Report['rows'];
  currency: string;
}

const HEIGHT = 240;
const MARGIN = { top: 12, right: 8, bottom: 28, left: 56 };
/** More dots than this hide their line. */
const MOST_DOTS = 60;
/** Labels closer than this run into each other. */
const LABEL_PX = 64;

/** Income, cost and profit over time: bars side by side, profit as a line. Arrow keys walk through it; a table says the same. */
export function MonthsChart({ rows, currency }: MonthsChartProps) {
  const { words, formats } = usePageLanguage();
  const { profit: texts } = words;
  const { ref, width } = useElementSize();
  const [chosen, setChosen] = useState<number | null>(null);
  const { span, buckets } = bucketMonths(
    rows.map(({ key, figures }) => ({
      month: key,
      income: figures.income.amount,
      cost: figures.cost.amount,
      profit: figures.profit?.amount ?? null,
    })),
  );
  if (buckets.length === 0) return null;
  const at = chosen === null ? null : buckets[Math.min(chosen, buckets.length - 1)];
  const name = (key: string) => bucketName(key, { words, formats });
  const money = (amount: number | null) =>
    amount === null ? words.figures.unknown : formats.money({ amount, currency });
  const text =
    at &&
    texts.point({
      when: name(at.key),
      income: money(at.income),
      cost: money(at.cost),
      profit: money(at.profit),
    });

  function onKeyDown(event: KeyboardEvent) {
    const last = buckets.length - 1;
    const now = chosen ?? last + 1;
    const next = { ArrowLeft: now - 1, ArrowRight: chosen === null ? 0 : now + 1, Home: 0, End: last }[
      event.key
    ];
    if (next === undefined) return;
    event.preventDefault();
    setChosen(Math.min(Math.max(0, next), last));
  }

  return (
    <figure className="profit-chart">
      <figcaption>
        <h2>{texts.chart}</h2>
        <ul className="profit-legend" aria-hidden="true">
          {(['income', 'cost', 'profit'] as const).map((figure) => (
            <li key={figure} data-figure={figure}>
              {texts.figures[figure]}
            </li>
          ))}
        </ul>
      </figcaption>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- one focus for the whole chart: arrow keys walk through its bars */}
      <div
        ref={ref}
        className="profit-chart-plot"
        role="application"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrow keys walk through its bars
        tabIndex={0}
        aria-label={`${texts.chart}. ${texts.chartKeys}`}
        onKeyDown={onKeyDown}
        onBlur={() => setChosen(null)}
        onPointerLeave={() => setChosen(null)}
      >
        {width > 0 && (
          <Plot
            buckets={buckets}
            width={width}
            chosen={at ? buckets.indexOf(at) : null}
            onChoose={setChosen}
            nameOf={name}
            write={(amount) => formats.shortMoney({ amount, currency })}
          />
        )}
      </div>
      <p className="profit-chart-text" role="status">
        {text ?? texts.chartKeys}
      </p>
      <ChartTable buckets={buckets} span={span} nameOf={name} write={money} />
    </figure>
  );
}

interface PlotProps {
  buckets: readonly TimeBucket[];
  width: number;
  chosen: number | null;
  onChoose(index: number): void;
  nameOf(key: string): string;
  write(amount: number): string;
}

function Plot({ buckets, width, chosen, onChoose, nameOf, write }: PlotProps) {
  const hatch = useId();
  const inner = { width: width - MARGIN.left - MARGIN.right, height: HEIGHT - MARGIN.top - MARGIN.bottom };
  const values = buckets.flatMap(({ income, cost, profit }) => [income, cost, profit ?? 0]);
  const x = scaleBand({ domain: buckets.map(({ key }) => key), range: [0, inner.width], padding: 0.24 });
  const y = scaleLinear({
    domain: [Math.min(0, ...values), Math.max(1, ...values)],
    range: [inner.height, 0],
    nice: true,
  });
  const half = x.bandwidth() / 2;
  const every = Math.ceil((buckets.length * LABEL_PX) / inner.width);
  const known = buckets.filter(({ profit }) => profit !== null);
  const placeOf = (key: string) => x(key) ?? 0;
  return (
    <svg viewBox={`0 0 ${String(width)} ${String(HEIGHT)}`} width={width} height={HEIGHT} aria-hidden="true">
      <defs>
        <pattern id={hatch} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width={5} height={5} className="profit-cost-ground" />
          <line y2={5} className="profit-cost-line" />
        </pattern>
      </defs>
      <Group left={MARGIN.left} top={MARGIN.top}>
        <AxisLeft
          scale={y}
          numTicks={5}
          hideAxisLine
          hideTicks
          tickFormat={(value) => write(Number(value))}
          tickLabelProps={{ className: 'profit-tick', textAnchor: 'end', dx: -6, dy: '0.32em' }}
        />
        {y.ticks(5).map((tick) => (
          <line key={tick} className="profit-grid" x2={inner.width} y1={y(tick)} y2={y(tick)} />
        ))}
        {buckets.map(({ key, income, cost }, index) => (
          <Group key={key} left={placeOf(key)}>
            <Bar
              className={index === chosen ? 'profit-slot profit-slot-chosen' : 'profit-slot'}
              x={-half * 0.3}
              width={x.step()}
              height={inner.height}
              onPointerMove={() => onChoose(index)}
            />
            <Bar className="profit-income" width={half} {...between(y(0), y(income))} />
            <Bar x={half} width={half} fill={`url(#${hatch})`} {...between(y(0), y(cost))} />
          </Group>
        ))}
        <line className="profit-zero" x2={inner.width} y1={y(0)} y2={y(0)} />
        <LinePath
          className="profit-line"
          data={known}
          x={({ key }) => placeOf(key) + half}
          y={({ profit }) => y(profit ?? 0)}
        />
        {known.length <= MOST_DOTS &&
          known.map(({ key, profit }) => (
            <circle key={key} className="profit-dot" cx={placeOf(key) + half} cy={y(profit ?? 0)} r={2.5} />
          ))}
        <AxisBottom
          top={inner.height}
          scale={x}
          hideAxisLine
          hideTicks
          tickValues={buckets.filter((_, index) => index % every === 0).map(({ key }) => key)}
          tickFormat={nameOf}
          tickLabelProps={{ className: 'profit-tick', textAnchor: 'middle' }}
        />
      </Group>
    </svg>
  );
}

/** A bar from the zero line, up or down. */
function between(zero: number, value: number): { y: number; height: number } {
  return { y: Math.min(zero, value), height: Math.abs(zero - value) };
}
