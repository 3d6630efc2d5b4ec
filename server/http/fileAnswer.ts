/** An answer that is a file, sent as it is made: a large one is never in memory as a whole. */
export class FileAnswer {
  readonly #name: string;
  readonly #mediaType: string;
  readonly #body: ReadableStream<Uint8Array> | ArrayBuffer;

  constructor({
    name,
    mediaType,
    body,
  }: {
    name: string;
    mediaType: string;
    body: ReadableStream<Uint8Array> | ArrayBuffer;
  }) {
    this.#name = name;
    this.#mediaType = mediaType;
    this.#body = body;
  }

  response(): Response {
    const headers = {
      'Content-Type': this.#mediaType,
      'Content-Disposition': `attachment; filename="${this.#name}"`,
    };
    return new Response(this.#body, { headers });
  }
}

/** Texts as a stream of bytes; the next is asked for when the reader has taken the last. */
export function streamOf(texts: AsyncIterator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const next = await texts.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await texts.return?.();
    },
  });
}
