import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { createQueryClient } from '#api/queryClient.ts';
import { type Session, sessionQuery } from '#api/session.ts';
import { createRecords } from '#contract/records.ts';
import { currencyDecimals } from '#domain/money.ts';
import { en } from '#ui/messages/en.ts';
import { LanguageProvider } from '#ui/LanguageProvider.tsx';
import { openMemoryApp } from './memoryApp.ts';
import type { TestApp } from './testApp.ts';

export interface Stock extends TestApp {
  /** In the order of the items. */
  ids: string[];
  session: Session;
}

export interface Shown extends Stock {
  user: UserEvent;
}

/** A part of a screen over the real application on an empty database with these items. */
export async function showOverStock(
  items: readonly object[],
  draw: (stock: Stock) => { load(): Promise<ReactNode> },
): Promise<Shown> {
  const server = await openMemoryApp();
  const made = await server.ask('POST', '/api/records', { body: { records: items } });
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => server.app.request(path, init));
  const client = createQueryClient();
  const stock = {
    ...server,
    ids: createRecords.answer.parse(made.body).ids,
    session: await client.query(sessionQuery),
  };
  const screen = await draw(stock).load();
  render(
    <MantineProvider>
      <QueryClientProvider client={client}>
        <LanguageProvider start={{ language: 'en', words: en }} decimalsOf={currencyDecimals}>
          {screen}
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { ...stock, user: userEvent.setup() };
}
