import { useForm } from 'react-hook-form';
import type { ProblemError } from '#api/problemError.ts';
import type { NewRecord } from '#api/records.ts';
import { explain } from '#ui/explain.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import { type ItemFault, type ItemFields, faultsOfRefusal, readItem } from './itemDraft.ts';

interface ItemFormGiven {
  currency: string;
  today: string;
  add(item: NewRecord): Promise<ProblemError | null>;
}

/** The form of a new item: read and checked on submit, each fault shown at its field, nothing cleared by a refusal. */
export function useItemForm({ currency, today, add }: ItemFormGiven) {
  const language = useLanguage();
  const { decimalMark } = language.formats;
  const form = useForm<ItemFields>({ defaultValues: { ...BLANK, openedOn: today } });

  function showFaults(faults: readonly ItemFault[]) {
    for (const fault of faults) form.setError(fault.field, { message: explain(fault, language) });
    const [first] = faults;
    if (first && first.field !== 'root') form.setFocus(first.field);
  }

  async function save(fields: ItemFields) {
    const item = readItem(fields, { currency, decimalMark });
    if (!item.ok) return showFaults(item.refusal);
    const problem = await add(item.value);
    if (problem) showFaults(faultsOfRefusal(problem));
  }

  function submit() {
    // A second Enter while the first is on its way would add the item twice.
    if (!form.formState.isSubmitting) void form.handleSubmit(save)();
  }

  return { form, submit };
}

const BLANK = { name: '', quantity: '1', codes: '', sku: '', category: '', location: '', cost: '' };
