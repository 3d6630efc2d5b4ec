import { NativeSelect } from '@mantine/core';
import { useId } from 'react';
import type { RecordRow } from '#contract/records.ts';
import { useWords } from '#ui/useLanguage.ts';
import { labelOf } from './MemberList.tsx';

/** Where records that are brought together go. */
export type Into = { kind: 'new' } | { kind: 'batch' } | { kind: 'member'; id: string };

interface IntoChoicesProps {
  value: Into;
  members: readonly RecordRow[];
  batch: RecordRow | null;
  onChange(into: Into): void;
}

export function IntoChoices({ value, members, batch, onChange }: IntoChoicesProps) {
  const { conversions } = useWords();
  const name = useId();
  const [first] = members;
  const choices: { into: Into; label: string }[] = [
    ...(batch ? [{ into: { kind: 'batch' } as const, label: conversions.intoBatch(batch.name) }] : []),
    { into: { kind: 'new' }, label: conversions.intoNew },
    ...(first ? [{ into: { kind: 'member', id: first.id } as const, label: conversions.intoMember }] : []),
  ];
  return (
    <fieldset className="conversion-choices">
      <legend>{conversions.into}</legend>
      {choices.map(({ into, label }) => (
        <div key={into.kind} className="conversion-choice">
          <input
            type="radio"
            id={name + into.kind}
            name={name}
            data-autofocus={value.kind === into.kind ? true : undefined}
            checked={value.kind === into.kind}
            onChange={() => onChange(into)}
          />
          <label htmlFor={name + into.kind}>{label}</label>
        </div>
      ))}
      {value.kind === 'member' && (
        <NativeSelect
          label={conversions.intoWhich}
          value={value.id}
          onChange={(event) => onChange({ kind: 'member', id: event.currentTarget.value })}
          data={members.map((member) => ({ value: member.id, label: labelOf(member, conversions.member) }))}
        />
      )}
    </fieldset>
  );
}
