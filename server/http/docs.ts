import { html, raw } from 'hono/html';
import type { Operation } from '#contract/operation.ts';
import { OPERATIONS } from '#contract/operations.ts';
import { REFUSALS } from '#contract/refusals.ts';

const STYLE = `
body {
  font:
16px/1.5 system-ui,
  sans-serif;
  max-width: 60rem;
  margin: 0 auto;
  padding: 2rem 1rem;
}
code,
pre {
  font:
14px/1.5 ui-monospace,
  monospace;
}
pre {
  overflow-x: auto;
  padding: 0.75rem;
  border: 1px solid #8886;
  border-radius: 6px;
}
section {
  margin-block: 2.5rem;
}
article {
  border-top: 1px solid #8884;
  padding-block: 1rem;
}
h3 {
  margin: 0;
  overflow-wrap: anywhere;
}
.method {
  display: inline-block;
  min-width: 4rem;
  font-weight: 700;
}
dl {
  display: grid;
  grid-template-columns: max-content 1fr;
  gap: 0.25rem 1rem;
}
dd {
  margin: 0;
}
@media (max-width: 40rem) {
dl {
  grid-template-columns: 1fr;
}
dd {
  margin-bottom: 0.5rem;
}
}
`;

/** The API as a page to read, from the same contract; the exact shapes are in the OpenAPI document it links to. */
export function docsPage(version: string) {
  const tags = [...new Set(OPERATIONS.map(({ tag }) => tag))];
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Granary API</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <h1>Granary API ${version}</h1>
        <p>
          JSON over HTTP. Days are <code>2026-11-23</code>, instants RFC 3339 in UTC, money whole smallest
          units with its currency. Every write takes an <code>Idempotency-Key</code>; a versioned one names
          the version it saw in <code>If-Match</code>. Errors are RFC 9457 with a stable <code>code</code>.
          The exact shapes: <a href="/api/openapi.json">OpenAPI 3.1</a>.
        </p>
        ${tags.map(
          (tag) =>
            html`<section>
              <h2>${tag}</h2>
              ${OPERATIONS.filter((one) => one.tag === tag).map(article)}
            </section>`,
        )}
        <section>
          <h2>Refusals</h2>
          <dl>
            ${Object.entries(REFUSALS).map(
              ([code, { status, title }]) =>
                html`<dt id="${code}"><code>${code}</code></dt>
                  <dd>${status} ${title}</dd>`,
            )}
          </dl>
        </section>
      </body>
    </html>`;
}

function article(operation: Operation) {
  const { method, path, summary, needs, version, example, operationId } = operation;
  return html`<article id="${operationId}">
    <h3><span class="method">${method.toUpperCase()}</span> <code>${path}</code></h3>
    <p>
      ${summary}.${needs ? html` Takes <code>${needs}</code>.` : ''}${version === 'required' ? html` Takes <code>If-Match</code>.` : ''}
    </p>
    ${example === undefined ? '' : html`<pre>${JSON.stringify(example, null, 2)}</pre>`}
  </article>`;
}
