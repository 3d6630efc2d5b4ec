import type { CSSProperties } from 'react';
import type { ReportRow } from '#contract/profitability.ts';
import { Icon } from '#ui/Icon.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { TrackingGlyph } from '#ui/TrackingGlyph.tsx';
import { usePageLanguage } from '#ui/pageWords.ts';
import { BookValueCells } from './BookValueCells.tsx';
import { Change } from './Change.tsx';
import { LifeButton } from './LifeButton.tsx';
import { lineName } from './lineName.ts';
import { PerUnitDay, ProfitFigure, RatioFigure } from './ProfitFigure.tsx';
import type { FigureName, Grouping } from './profitSearch.ts';

export interface LineActions {
  /** Opens what a figure of a group is made of; `null`: of the totals. */
  onFigure(figure: FigureName, opened: { by: Grouping; key: string } | null): void;
  onVisit(recordId: string): void;
  /** Opens how the things of a SKU lose value. */
  onLife(sku: string): void;
  /** Some SKU has a life: book value stands beside cash profit. */
  hasBookValue: boolean;
}

interface ReportLineProps extends LineActions {
  row: ReportRow;
  by: Grouping;
  /** The largest profit or loss on the screen: bars are drawn against it. */
  largest: number;
  /** Where the line has members to show. */
  toggle: { isOpen: boolean; onToggle(): void } | null;
  isTotal?: boolean;
  isMember?: boolean;
}

/** One line of the report. */
export function ReportLine(props: ReportLineProps) {
  const { row, by, largest, isTotal = false, isMember = false, onFigure } = props;
  const { words, formats } = usePageLanguage();
  const { profit } = words;
  const { figures, comparison } = row;
  const name = isTotal ? row.label : lineName(row, { by, words, formats });
  const open = (figure: FigureName) => () => onFigure(figure, isTotal ? null : { by, key: row.key });
  const isIdle = !isTotal && figures.byKind.length === 0;
  return (
    <tr className={isTotal ? 'profit-total' : isMember ? 'profit-member' : undefined}>
      <th scope="row">
        <LineLabel {...props} name={name} />
        {isIdle && <small>{profit.idle}</small>}
      </th>
      {(['income', 'cost'] as const).map((figure) => (
        <td key={figure} className="profit-number">
          <FigureButton label={profit.show(profit.figures[figure], name)} onOpen={open(figure)}>
            <MoneyText money={figures[figure]} isBare />
          </FigureButton>
          <Change now={figures[figure]} before={comparison?.[figure] ?? null} />
        </td>
      ))}
      <td className="profit-number">
        <ProfitBar amount={figures.profit?.amount ?? 0} largest={largest} />
        <FigureButton label={profit.show(profit.figures.profit, name)} onOpen={open('profit')}>
          <ProfitFigure figures={figures} isBare />
        </FigureButton>
        <Change now={figures.profit} before={comparison?.profit ?? null} />
      </td>
      <td className="profit-number">
        <RatioFigure ppm={figures.marginPpm} why={figures.profit ? profit.noIncome : profit.allUnknown} />
      </td>
      <td className="profit-number">
        <RatioFigure ppm={figures.roiPpm} why={profit.allUnknown} />
      </td>
      <td className="profit-number">
        <PerUnitDay of={figures.profitPerUnitDay} />
      </td>
      <td className="profit-number">
        <RatioFigure ppm={figures.utilisationPpm} why={profit.noPeriods} />
      </td>
      {props.hasBookValue && <BookValueCells figures={figures} />}
    </tr>
  );
}

function LineLabel({ row, by, toggle, isTotal, onVisit, onLife, name }: ReportLineProps & { name: string }) {
  const { words, formats } = usePageLanguage();
  const { profit } = words;
  const { figures, record, averagePerUnit: average } = row;
  return (
    <>
      <span className="profit-label">
        {toggle && (
          <button
            type="button"
            className="profit-toggle"
            aria-expanded={toggle.isOpen}
            aria-label={toggle.isOpen ? profit.shut(name) : profit.open(name)}
            onClick={toggle.onToggle}
          >
            <Icon name={toggle.isOpen ? 'down' : 'next'} size={15} />
          </button>
        )}
        {record && by !== 'batch' && <TrackingGlyph tracking={record.tracking} />}
        {record ? (
          <button
            type="button"
            className="profit-open"
            aria-label={profit.visit(name)}
            onClick={() => onVisit(record.id)}
          >
            {name}
          </button>
        ) : (
          <span>{name}</span>
        )}
        {by === 'sku' && !isTotal && row.key !== '' && (
          <LifeButton sku={row.key} isOn={figures.bookValue !== null} onLife={onLife} />
        )}
      </span>
      {by !== 'month' && (isTotal || !record || by === 'batch') && (
        <small>
          {words.inventory.items(formats.number(figures.records), figures.records)},{' '}
          {profit.units(formats.number(figures.units), figures.units)}
        </small>
      )}
      {average?.profit && (
        <small className="ui-average">
          {profit.perUnit(formats.money(average.profit), formats.number(average.units))}
        </small>
      )}
    </>
  );
}

interface FigureButtonProps {
  label: string;
  onOpen(): void;
  children: React.ReactNode;
}

function FigureButton({ label, onOpen, children }: FigureButtonProps) {
  return (
    <button type="button" className="profit-open" title={label} onClick={onOpen}>
      {children}
      <span className="ui-hidden">. {label}</span>
    </button>
  );
}

/** As long as the profit is large against the largest on the screen; to the left for a loss. */
function ProfitBar({ amount, largest }: { amount: number; largest: number }) {
  if (largest === 0 || amount === 0) return null;
  const share: CSSProperties & Record<`--${string}`, string> = {
    '--share': `${String(Math.round((Math.abs(amount) / largest) * 100))}%`,
  };
  return (
    <span className="profit-bar" data-loss={amount < 0 ? '' : undefined} style={share} aria-hidden="true" />
  );
}
