import { useBlocker } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { problemOf } from '#api/problemError.ts';
import type { Session } from '#api/session.ts';
import { type Example, useDescribeSku, useExampleOf, useSkus } from '#api/skus.ts';
import { whyForbidden } from '#domain/access.ts';
import type { AssetLife } from '#domain/bookValue.ts';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { explain } from '#ui/explain.ts';
import { LeaveQuestion } from '#ui/LeaveQuestion.tsx';
import { Loading } from '#ui/Loading.tsx';
import { FailedState } from '#ui/States.tsx';
import { useLanguage } from '#ui/useLanguage.ts';
import { LifeForm } from './LifeForm.tsx';
import './life.css';

interface LifeEditorProps {
  sku: string;
  session: Session;
}

/** How the things of a SKU lose value: what holds now, and the way to change it. */
export function LifeEditor({ sku, session }: LifeEditorProps) {
  const language = useLanguage();
  const { words } = language;
  const skus = useSkus();
  const example = useExampleOf(sku);
  if (!skus.data || !example.data) {
    const failed = [skus, example].find(({ error }) => error !== null);
    if (!failed) return <Loading />;
    return (
      <FailedState title={words.life.failed} onRetry={() => void failed.refetch()}>
        {explain(problemOf(failed.error), language)}
      </FailedState>
    );
  }
  const row = skus.data.rows.find(({ name }) => name === sku);
  if (!row) return <p className="ui-hint">{words.life.missing(sku)}</p>;
  return <Editor sku={sku} session={session} life={row.life} example={example.data} />;
}

interface EditorProps extends LifeEditorProps {
  life: AssetLife | null;
  example: Example;
}

function Editor({ sku, session, life, example }: EditorProps) {
  const { words } = useLanguage();
  const describe = useDescribeSku();
  const isTyped = useRef(false);
  const [before, setBefore] = useState<{ life: AssetLife | null } | null>(null);
  const leaving = useBlocker({
    shouldBlockFn: () => isTyped.current,
    enableBeforeUnload: () => isTyped.current,
    withResolver: true,
  });
  const forbidden = whyForbidden(session.person.role, 'income.add');

  async function save(next: AssetLife | null) {
    try {
      await describe.mutateAsync({ sku, life: next });
      setBefore({ life });
      return null;
    } catch (fault) {
      return problemOf(fault);
    }
  }

  return (
    <div className="life">
      <p className="ui-hint">
        {words.life.lead} {words.life.shared}
      </p>
      <p className="life-state">
        <StateText life={life} />
      </p>
      {before && (
        <Banner
          tone="good"
          action={
            <Button onClick={() => void save(before.life).then(() => setBefore(null))}>
              {words.life.putBack}
            </Button>
          }
        >
          {life ? words.life.saved(sku) : words.life.switchedOff(sku)}
        </Banner>
      )}
      <LifeForm
        key={JSON.stringify(life)}
        life={life}
        example={example}
        currency={session.workspace.currency}
        why={forbidden && words.life.forbidden}
        save={save}
        onTyped={(is) => {
          isTyped.current = is;
        }}
      />
      {leaving.status === 'blocked' && <LeaveQuestion onStay={leaving.reset} onLeave={leaving.proceed} />}
    </div>
  );
}

function StateText({ life }: { life: AssetLife | null }) {
  const { words, formats } = useLanguage();
  const { state, methodNames } = words.life;
  if (!life) return state.off;
  return state.on(formats.number(life.months), formats.percent(life.residualPpm), methodNames[life.method]);
}
