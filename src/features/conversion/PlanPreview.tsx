import { useFigures } from '#api/ledger.ts';
import type { ConversionPlanRow } from '#contract/conversions.ts';
import type { EntryKind } from '#domain/entry.ts';
import { MoneyText } from '#ui/MoneyText.tsx';
import { useLanguage } from '#ui/useLanguage.ts';
import { type PlanLine, planLines } from './planLines.ts';

interface PlanPreviewProps {
  plan: ConversionPlanRow | null;
  /** The plan is of what was typed before. */
  isBehind: boolean;
  currency: string;
  /** The record that goes on: its figures tell what it will have. Null when none does. */
  keptId: string | null;
  /** What tells records of one name apart. */
  nameById?: ReadonlyMap<string, string>;
}

/** More than this nobody reads to the end; the server plans them all. */
const SHOWN_LINES = 50;

/** What a conversion will do, record by record and to the cent. */
export function PlanPreview({ plan, isBehind, currency, keptId, nameById }: PlanPreviewProps) {
  const { words, formats } = useLanguage();
  const texts = words.conversions;
  const { data: figures } = useFigures(keptId ?? '', keptId !== null);
  if (!plan) return <p className="ui-hint">{texts.previewEmpty}</p>;
  const totals = figures && new Map(figures.byKind.map(({ kind, amount }) => [kind, amount.amount]));
  const { lines, kinds } = planLines(plan, (id) => (id === keptId && totals ? totals : null));
  const made = lines.filter(({ role }) => role === 'made');
  const others = (is: boolean) => lines.filter(({ role }) => role !== 'made' && (role === 'kept') === is);
  const shown = [...others(true), ...made.slice(0, SHOWN_LINES), ...others(false)];
  const hidden = plan.made - Math.min(made.length, SHOWN_LINES);
  return (
    <section className="conversion-preview" aria-label={texts.preview} aria-busy={isBehind}>
      <h3>{texts.preview}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- wider than the screen, it is scrolled by keyboard */}
      <div className="conversion-scroll" role="group" aria-label={texts.preview} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.who}</th>
              <th scope="col">{texts.code}</th>
              <th scope="col" className="conversion-end">
                {texts.quantity}
              </th>
              {kinds.map((kind) => (
                <th key={kind} scope="col" className="conversion-end">
                  {words.kinds[kind]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((line, index) => (
              <PlanRow
                key={line.id ?? `made ${String(index)}`}
                line={line}
                title={titleOf(line, made.indexOf(line) + 1)}
                kinds={kinds}
                currency={currency}
              />
            ))}
          </tbody>
        </table>
      </div>
      {hidden > 0 && <p className="ui-hint">{texts.moreUnits(formats.number(hidden))}</p>}
      {kinds.length === 0 && <p className="ui-hint">{texts.carriesNothing}</p>}
    </section>
  );

  function titleOf({ role, id, name }: PlanLine, number: number): string {
    if (role === 'kept') return plan?.type === 'pool' || plan?.type === 'merge' ? name : texts.stays(name);
    if (role === 'closes') return (id !== null && nameById?.get(id)) || name;
    if (plan?.type === 'serialize') return texts.unit(formats.number(number));
    return plan?.type === 'split' ? texts.part : texts.result;
  }
}

interface PlanRowProps {
  line: PlanLine;
  title: string;
  kinds: readonly EntryKind[];
  currency: string;
}

function PlanRow({ line, title, kinds, currency }: PlanRowProps) {
  const { words, formats } = useLanguage();
  const { role, codes, quantity, quantityBefore, amounts } = line;
  const [first = role === 'made' ? words.conversions.noCode : '–'] = codes;
  const more = codes.length - 1;
  return (
    <tr data-role={role}>
      <th scope="row">
        {title}
        {role === 'closes' && <span className="conversion-note">{words.conversions.closes}</span>}
      </th>
      <td className={codes.length === 0 ? 'ui-muted' : undefined}>
        {first} {more > 0 && <span className="ui-muted">+{formats.number(more)}</span>}
      </td>
      <td className="conversion-end">
        {quantityBefore !== null && quantityBefore !== quantity && (
          <>
            {formats.number(quantityBefore)} <span aria-hidden="true">→</span>
            <span className="ui-hidden">{words.conversions.becomes}</span>{' '}
          </>
        )}
        {formats.number(quantity)}
      </td>
      {kinds.map((kind) => (
        <td key={kind} className="conversion-end">
          <PlannedAmount amount={amounts?.get(kind)} currency={currency} />
        </td>
      ))}
    </tr>
  );
}

function PlannedAmount({ amount, currency }: { amount: number | undefined; currency: string }) {
  return amount === undefined ? (
    <span className="ui-muted">–</span>
  ) : (
    <MoneyText money={{ amount, currency }} isBare />
  );
}
