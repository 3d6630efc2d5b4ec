import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { vi } from 'vitest';
import { createQueryClient } from '#api/queryClient.ts';
import { type Session, sessionQuery } from '#api/session.ts';
import { createRecords, recordRow, type RecordRow } from '#contract/records.ts';
import type { Role } from '#domain/access.ts';
import { currencyDecimals } from '#domain/money.ts';
import { InventoryPage } from '#features/inventory/InventoryPage.tsx';
import { type InventorySearch, listNameOf } from '#features/inventory/inventorySearch.ts';
import { en } from '#ui/messages/en.ts';
import { LanguageProvider } from '#ui/LanguageProvider.tsx';
import { openMemoryApp } from './memoryApp.ts';
import type { TestApp } from './testApp.ts';

type Column = 'Quantity' | 'Stock codes';

export interface ShownItem {
  name: string;
  quantity: number;
  codes?: readonly string[];
  sku?: string;
}

export interface ShownInventory extends TestApp {
  user: UserEvent;
  /** By name. */
  ids: Readonly<Record<string, string>>;
  visited: string[];
  cell(name: string, column: Column): HTMLElement;
  /** Moves the cursor to a cell, as a click does. */
  goTo(name: string, column: Column): Promise<void>;
  /** The record as the server has it. */
  stored(name: string): Promise<RecordRow>;
}

/**
 * The inventory page over the real application on an empty database with these items, sorted by name: what the browser
 * fetches is answered by the server's own code, not by a mock.
 */
export async function showInventory(
  items: readonly ShownItem[],
  role: Role = 'admin',
): Promise<ShownInventory> {
  const server = await openMemoryApp();
  const ids: Record<string, string> = {};
  for (const item of items) {
    const made = await server.ask('POST', '/api/records', { body: item });
    ids[item.name] = createRecords.answer.parse(made.body).ids[0] ?? '';
  }
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    headers.set('X-Test-Role', role);
    return server.app.request(path, { ...init, headers });
  });
  sessionStorage.clear();
  const client = createQueryClient();
  const session = await client.query(sessionQuery);
  const visited: string[] = [];
  render(
    <QueryClientProvider client={client}>
      <LanguageProvider start={{ language: 'en', words: en }} decimalsOf={currencyDecimals}>
        <Page session={session} onVisit={(id) => visited.push(id)} />
      </LanguageProvider>
    </QueryClientProvider>,
  );
  await screen.findByRole('grid');
  const user = userEvent.setup();
  return {
    ...server,
    user,
    ids,
    visited,
    cell,
    async goTo(name, column) {
      await user.pointer({ target: cell(name, column), keys: '[MouseLeft]' });
      await waitFor(() => {
        if (document.activeElement !== cell(name, column)) throw new Error('The cursor is elsewhere');
      });
    },
    async stored(name) {
      const answer = await server.ask('GET', `/api/records/${ids[name] ?? ''}`);
      return recordRow.parse(answer.body);
    },
  };
}

function cell(name: string, column: Column): HTMLElement {
  const header = screen.getByRole('columnheader', { name: column });
  const row = screen.getAllByRole('row').find((one) => within(one).queryByText(name));
  const found = row?.querySelector<HTMLElement>(
    `[aria-colindex="${header.getAttribute('aria-colindex') ?? ''}"]`,
  );
  if (!found) throw new Error(`No row of ${name}`);
  return found;
}

function Page({ session, onVisit }: { session: Session; onVisit(id: string): void }) {
  const [search, setSearch] = useState<InventorySearch>({ sort: 'name' });
  return (
    <InventoryPage
      session={session}
      search={search}
      isCovered={false}
      askedList={() => listNameOf(search)}
      onSearch={(change) => setSearch((before) => ({ ...before, ...change }))}
      writeView={() => ''}
      readView={() => ({})}
      onVisit={onVisit}
      onOpen={() => undefined}
      onAdd={() => undefined}
      onGather={() => undefined}
      onConvert={() => undefined}
      onImport={() => undefined}
    />
  );
}
