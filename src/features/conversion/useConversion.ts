import { useDebouncedValue } from '@mantine/hooks';
import { type Conversion, type Converted, useConversionPreview, useConvert } from '#api/conversions.ts';
import { type ProblemError, faultsOf } from '#api/problemError.ts';

/** Short enough to follow the typing, long enough not to ask for each key of a scanner's burst. */
const TYPING_MS = 120;

export interface ConversionState {
  plan: Converted['plan'];
  /** The plan is of what was typed before. */
  isBehind: boolean;
  /** Why it cannot be done as it is, from the preview or from the attempt. */
  problem: ProblemError | null;
  isBusy: boolean;
  submit(): void;
}

/**
 * The preview of a conversion and doing it. `conversion` must keep its identity until something in it changes; null
 * while what is typed is no conversion yet.
 */
export function useConversion(
  conversion: Conversion | null,
  onDone: (done: Converted) => void,
): ConversionState {
  const [asked] = useDebouncedValue(conversion, TYPING_MS);
  const convert = useConvert();
  // What is being done, or done, is not planned any more: its records are others by then.
  const preview = useConversionPreview(convert.isPending || convert.isSuccess ? null : asked);
  const isBehind = asked !== conversion || preview.isPlaceholderData || preview.isPending;
  const refused = convert.variables === conversion ? convert.error : null;
  return {
    plan: conversion === null ? null : (preview.data ?? null),
    isBehind: conversion !== null && isBehind,
    problem: refused ?? (isBehind ? null : preview.error),
    isBusy: convert.isPending,
    submit() {
      if (conversion && !convert.isPending) convert.mutate(conversion, { onSuccess: onDone });
    },
  };
}

export interface PlacedFaults {
  /** About how many. */
  quantity: ReturnType<typeof faultsOf>[number] | null;
  /** About one code, by its place in the list. */
  codes: ReadonlyMap<number, ReturnType<typeof faultsOf>[number]>;
  /** About anything else. */
  other: ReturnType<typeof faultsOf>[number] | null;
}

/** Where each fault of a refused conversion is shown. */
export function placeFaults(problem: ProblemError | null): PlacedFaults {
  const faults = problem ? faultsOf(problem) : [];
  const codes = new Map<number, (typeof faults)[number]>();
  const rest: typeof faults = [];
  for (const fault of faults) {
    const index = /^\/codes\/(\d+)$/.exec(fault.pointer)?.[1];
    if (index === undefined) rest.push(fault);
    else codes.set(Number(index), fault);
  }
  const quantity = rest.find(({ code }) => code === 'conversion.too-many') ?? null;
  return { quantity, codes, other: rest.find((fault) => fault !== quantity) ?? null };
}
