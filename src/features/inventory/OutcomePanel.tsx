import type { ProblemError } from '#api/problemError.ts';
import { type AdjustmentReason, reasonsFor } from '#domain/adjustment.ts';
import type { AdjustPlan, QuantityQuestion } from '#domain/quantity.ts';
import { explain } from '#ui/explain.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import { type QuantityOutcome, deltaOf } from './quantityOutcome.ts';
import { signed } from './signed.ts';

interface OutcomePanelProps {
  current: number;
  outcome: QuantityOutcome;
  /** Why this edit was refused before. */
  problem: ProblemError | null;
  onReason(reason: AdjustmentReason): void;
  /** Leads to serializing; null where there is nothing to serialize. */
  onSerialize: (() => void) | null;
}

/** Below the quantity cell: what the typed text would do, why, and what it may be asked. */
export function OutcomePanel({ current, outcome, problem, onReason, onSerialize }: OutcomePanelProps) {
  const language = useLanguage();
  const { words } = language;
  const plan = outcome.kind === 'plan' && outcome.plan.kind === 'adjust' ? outcome.plan : null;
  return (
    <div className="cell-outcome">
      {problem && <p className="cell-bad">{explain(problem, language)}</p>}
      <div role="status">
        <Outcome current={current} outcome={outcome} />
        {plan?.notice && <p className="cell-notice">{words.cells.quantity.notices[plan.notice]}</p>}
      </div>
      {plan && <Reasons plan={plan} onReason={onReason} />}
      {onSerialize && (
        <p className="cell-keys">
          <button
            type="button"
            tabIndex={-1}
            className="cell-reason"
            // The field keeps the focus until it is left on purpose.
            onMouseDown={(event) => event.preventDefault()}
            onClick={onSerialize}
          >
            {words.cells.quantity.serialize}
          </button>{' '}
          {words.cells.quantity.serializeKeys}
        </p>
      )}
    </div>
  );
}

function Outcome({ current, outcome }: Pick<OutcomePanelProps, 'current' | 'outcome'>) {
  const language = useLanguage();
  const { words, formats } = language;
  const texts = words.cells.quantity;
  switch (outcome.kind) {
    case 'nothing':
      return <p className="cell-says">{texts.hint}</p>;
    case 'refusal':
      return (
        <p className="cell-bad">
          {explain({ code: outcome.refusal.code, facts: { ...outcome.refusal } }, language)}
        </p>
      );
    case 'question': {
      const to = current + deltaOf(current, outcome.request.intent);
      return (
        <>
          <Becomes from={formats.number(current)} to={formats.number(to)} />
          <p className="cell-notice">{texts.asks[askName(outcome.question)]}</p>
        </>
      );
    }
    case 'plan': {
      const { plan } = outcome;
      if (plan.kind !== 'adjust') return <p className="cell-says">{texts.unchanged}</p>;
      return (
        <Becomes from={formats.number(current)} to={formats.number(plan.quantity)}>
          {`${signed(plan.delta, formats)} · ${words.reasons[plan.reason]}`}
        </Becomes>
      );
    }
  }
}

function Becomes({ from, to, children }: { from: string; to: string; children?: string }) {
  const { becomes } = useLanguage().words.cells.quantity;
  return (
    <p className="cell-becomes">
      <strong>{becomes(from, to)}</strong>
      {children !== undefined && <span>{`, ${children}`}</span>}
    </p>
  );
}

interface ReasonsProps {
  plan: AdjustPlan;
  onReason(reason: AdjustmentReason): void;
}

/** The reasons that fit; the keys are the field's, a finger or a mouse takes one without leaving it. */
function Reasons({ plan, onReason }: ReasonsProps) {
  const { words } = useLanguage();
  return (
    <>
      <div role="radiogroup" aria-label={words.cells.quantity.reason} className="cell-reasons">
        {reasonsFor(plan.delta).map((reason) => (
          <button
            key={reason}
            type="button"
            role="radio"
            aria-checked={reason === plan.reason}
            tabIndex={-1}
            className="cell-reason"
            // The field keeps the focus, and with it what is typed next.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onReason(reason)}
          >
            {words.reasons[reason]}
          </button>
        ))}
      </div>
      <p className="cell-keys">{words.cells.quantity.reasonKeys}</p>
    </>
  );
}

function askName(question: QuantityQuestion) {
  return question.code === 'quantity.moved' ? 'moved' : question.question;
}
