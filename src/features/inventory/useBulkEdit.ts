import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type BatchAnswer, type BulkBatch, previewBatch, useWriteBulk } from '#api/batch.ts';
import { type ProblemError, problemOf } from '#api/problemError.ts';

export interface BulkEdit {
  preview: BatchAnswer | null;
  problem: ProblemError | null;
  /** How many records would change. */
  valid: number;
  isWhole: boolean;
  isLooking: boolean;
  isBusy: boolean;
  /** It was cancelled; nobody knows whether the server was faster. */
  isCancelled: boolean;
  apply(): void;
  cancel(): void;
}

/** Typing rests before the server is asked again. */
const REST_MS = 250;

/** Previews a bulk edit while it is being written down, and does it once, as many records as the preview counted. */
export function useBulkEdit(body: BulkBatch | null, onDone: (changed: number) => void): BulkEdit {
  const { mutateAsync, isPending } = useWriteBulk();
  const [looked, setLooked] = useState<{
    asked: string;
    preview: BatchAnswer | null;
    problem: ProblemError | null;
  }>();
  const [isCancelled, setCancelled] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const running = useRef<AbortController>(undefined);
  const asked = JSON.stringify(body);

  const look = useEffectEvent((signal: AbortSignal) => {
    if (!body) return;
    previewBatch(body, signal).then(
      (preview) => setLooked({ asked, preview, problem: null }),
      (fault: unknown) => {
        if (!signal.aborted) setLooked({ asked, preview: null, problem: problemOf(fault) });
      },
    );
  });
  useEffect(() => {
    const controller = new AbortController();
    const timer = setTimeout(() => look(controller.signal), REST_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [asked, attempt]);

  const isFresh = looked?.asked === asked;
  const preview = isFresh ? looked.preview : null;
  const valid = preview ? (preview.counts.new ?? 0) + (preview.counts.changed ?? 0) : 0;

  function apply() {
    if (!body || !preview || valid === 0 || isPending) return;
    const controller = new AbortController();
    running.current = controller;
    setCancelled(false);
    const count = Object.values(preview.counts).reduce((sum, one) => sum + one, 0);
    // What the person has seen in numbers is what is done: another number of records by now is refused.
    const sent = 'filter' in body ? { ...body, seen: count } : body;
    const place = { recordId: 'records' in body ? (body.records[0] ?? '') : '', columnId: 'name' };
    mutateAsync({ body: sent, place, signal: controller.signal }).then(
      ({ changed, added }) => onDone(changed + added),
      (fault: unknown) => {
        if (controller.signal.aborted) {
          setCancelled(true);
          setAttempt((before) => before + 1);
        } else setLooked({ asked, preview: null, problem: problemOf(fault) });
      },
    );
  }

  return {
    preview,
    problem: isFresh ? looked.problem : null,
    valid,
    isWhole: preview?.problems.length === 0,
    isLooking: body !== null && !isFresh,
    isBusy: isPending,
    isCancelled,
    apply,
    cancel: () => running.current?.abort(),
  };
}
