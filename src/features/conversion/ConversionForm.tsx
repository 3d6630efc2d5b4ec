import type { KeyboardEvent, ReactNode } from 'react';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { explain } from '#ui/explain.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import { type ConversionState, placeFaults } from './useConversion.ts';

interface ConversionFormProps {
  title: string;
  state: ConversionState;
  /** What the button says. */
  confirm: string;
  /** Why it cannot be confirmed as it is, or null. */
  notYetBecause?: string | null;
  /** Takes in what is typed but not entered yet; false: it is not right. */
  beforeSubmit?(): boolean;
  onTyped?(): void;
  onLeave(): void;
  children: ReactNode;
}

/** The frame of a conversion: its fields and preview, what stands against it, and the keys that confirm and leave. */
export function ConversionForm(props: ConversionFormProps) {
  const { title, state, confirm, notYetBecause = null, onTyped, onLeave, children } = props;
  const language = useLanguage();
  const { words } = language;
  const { other } = placeFaults(state.problem);

  function submit() {
    if (notYetBecause === null && (props.beforeSubmit?.() ?? true)) state.submit();
  }

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the fields inside, caught once
    <form
      ref={takeFocus}
      className="conversion"
      noValidate
      onChange={onTyped}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2 className="ui-sheet-title">{title}</h2>
      {children}
      {other && <Banner tone="bad">{explain(other, language)}</Banner>}
      <div className="conversion-actions">
        <span className="ui-hint">{words.conversions.keys}</span>
        <Button look="quiet" onClick={onLeave}>
          {words.common.cancel}
        </Button>
        <Button type="submit" look="primary" isBusy={state.isBusy} disabledBecause={notYetBecause}>
          {state.isBusy ? words.common.saving : confirm}
        </Button>
      </div>
    </form>
  );
}

/** The window was there before its form: the records had to be read. */
function takeFocus(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
}
