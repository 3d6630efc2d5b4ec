import { useMemo, useState } from 'react';
import type { Converted } from '#api/conversions.ts';
import type { RecordRow } from '#contract/records.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import { ConversionForm } from './ConversionForm.tsx';
import { type Into, IntoChoices } from './IntoChoices.tsx';
import { MemberList, labelOf } from './MemberList.tsx';
import { PlanPreview } from './PlanPreview.tsx';
import { useConversion } from './useConversion.ts';

interface GatherFormProps {
  type: 'pool' | 'merge';
  members: readonly RecordRow[];
  /** Records of the same kind that may go along. */
  like: readonly RecordRow[];
  /** The batch all members were made from, while it is there and not one of them. */
  batch: RecordRow | null;
  currency: string;
  onMembers(ids: readonly string[]): void;
  onDone(done: Converted, says: string): void;
  onLeave(): void;
}

/** Several records become one: what goes together, where it goes, and what will be different. */
export function GatherForm(props: GatherFormProps) {
  const { type, members, like, batch, currency, onMembers, onDone, onLeave } = props;
  const { words, formats } = useLanguage();
  const texts = words.conversions;
  const [chosen, setInto] = useState<Into>({ kind: batch ? 'batch' : 'new' });
  const into = intoId(chosen, { batch, members });
  const seen = JSON.stringify(
    [...members, ...(batch !== null && into === batch.id ? [batch] : [])].map(({ id, version }) => [
      id,
      version,
    ]),
  );
  // The preview is asked by identity; the rows themselves become other objects whenever they are read.
  const conversion = useMemo(() => {
    const records = readSeen(seen);
    return records.length < 2 ? null : { type, records, into };
  }, [type, seen, into]);
  const target = batch !== null && into === batch.id ? batch : members.find(({ id }) => id === into);
  const count = formats.number(members.length);
  const state = useConversion(conversion, (done) =>
    onDone(done, texts.done[type](count, target?.name ?? members[0]?.name ?? '')),
  );
  return (
    <ConversionForm
      title={texts.titles[type]}
      state={state}
      confirm={texts.confirm[type](count)}
      notYetBecause={conversion ? null : texts.selection.onlyOne}
      onLeave={onLeave}
    >
      <p>{texts.says[type]}</p>
      <MemberList members={members} like={like} onMembers={onMembers} />
      <IntoChoices value={chosen} members={members} batch={batch} onChange={setInto} />
      <PlanPreview
        plan={state.plan}
        isBehind={state.isBehind}
        currency={currency}
        keptId={into}
        nameById={new Map(members.map((member) => [member.id, labelOf(member, texts.member)]))}
      />
    </ConversionForm>
  );
}

function intoId(into: Into, { batch, members }: Pick<GatherFormProps, 'batch' | 'members'>): string | null {
  switch (into.kind) {
    case 'new':
      return null;
    case 'batch':
      return batch?.id ?? null;
    case 'member':
      return (members.find(({ id }) => id === into.id) ?? members[0])?.id ?? null;
  }
}

/** Back from the text that gave it an identity: ids and versions, written just before. */
function readSeen(text: string): { id: string; version: number }[] {
  const pairs: unknown = JSON.parse(text);
  return (Array.isArray(pairs) ? pairs : []).flatMap((pair: unknown) =>
    Array.isArray(pair) ? [{ id: String(pair[0]), version: Number(pair[1]) }] : [],
  );
}
