import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { explain } from '#ui/explain.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import { namedCodes } from './scannedCodes.ts';

interface MovingCodesProps {
  /** All codes of the batch. */
  own: readonly string[];
  moving: readonly string[];
  onChange(moving: readonly string[]): void;
}

/** More boxes than this are not looked through: the others are scanned or typed. */
const SHOWN = 200;

/** Which codes of a batch go with the new part: ticked, or named by scanning or typing. */
export function MovingCodes({ own, moving, onChange }: MovingCodesProps) {
  const language = useLanguage();
  const { words, formats } = language;
  const texts = words.conversions;
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const isMoving = new Set(moving);
  if (own.length === 0) return <p className="ui-hint">{texts.noCodes}</p>;
  const ticked = own.slice(SHOWN).filter((code) => isMoving.has(code));

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    if (text.trim() === '') return;
    event.preventDefault();
    const named = namedCodes(own, text);
    if (!named.ok) {
      const { code, ...facts } = named.refusal;
      return setFault(explain({ code, facts }, language));
    }
    setText('');
    onChange([...new Set([...moving, ...named.value])]);
  }

  return (
    <fieldset className="conversion-choices">
      <legend>{texts.codesMove}</legend>
      <TextInput
        aria-label={texts.codesMove}
        description={texts.codesMoveHint}
        autoComplete="off"
        spellCheck={false}
        value={text}
        error={fault}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setFault(null);
        }}
      />
      <div className="conversion-ticks">
        {[...own.slice(0, SHOWN), ...ticked].map((code) => (
          <label key={code}>
            <input
              type="checkbox"
              checked={isMoving.has(code)}
              onChange={() =>
                onChange(isMoving.has(code) ? moving.filter((kept) => kept !== code) : [...moving, code])
              }
            />
            {code}
          </label>
        ))}
      </div>
      {own.length > SHOWN && (
        <p className="ui-hint">{texts.moreCodes(formats.number(own.length - SHOWN - ticked.length))}</p>
      )}
    </fieldset>
  );
}
