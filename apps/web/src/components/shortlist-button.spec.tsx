import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { permissionsOf, type Role } from '@ieum/domain';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { keptShortlist } from '../lib/kept-shortlist';
import { createQueryClient } from '../lib/query-client';
import { SessionContext, type Session, type SessionUser } from '../lib/session';
import { ShortlistButton } from './shortlist-button';
import { shortlistButtonMessages } from './shortlist-messages';
import { ToastProvider } from './toast';

const t = shortlistButtonMessages.ko;
const supplier = { id: 'nodeul', name: 'Nodeul' };

type List = { id: string; title: string; entryCount: number; choices: unknown[] };
let lists: List[];
let sent: string[];

const userOf = (role: Role): SessionUser => ({
  id: 'u',
  email: 'u@example.kr',
  name: 'Kim',
  role,
  permissions: permissionsOf(role),
  institutionId: 'i',
  institutionName: 'Gangbuk',
  departmentId: 'd',
  departmentName: 'Jobs',
  enterpriseId: null,
  mustChangePassword: false,
});

function open(user: SessionUser | null) {
  const done = () => Promise.resolve();
  const session: Session = { user, loading: false, login: done, logout: done, extend: done };
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>
        <SessionContext value={session}>
          <ToastProvider>
            <ShortlistButton supplier={supplier} />
          </ToastProvider>
        </SessionContext>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return screen.getByRole('button');
}

const listOf = (id: string, choices: unknown[] = []): List => ({
  id,
  title: `list ${id}`,
  entryCount: choices.length,
  choices,
});
const onIt = { supplierId: 'nodeul', catalogueItemId: null };

describe('the button that puts an enterprise aside', () => {
  beforeEach(() => {
    localStorage.clear();
    HTMLDialogElement.prototype.showModal = function showModal() {
      this.open = true;
    };
    lists = [];
    sent = [];
    globalThis.fetch = jest.fn(async (input: string | URL | Request, init?: RequestInit) => {
      const request = new Request(input, init);
      const { pathname } = new URL(request.url);
      if (request.method === 'GET') return Response.json({ items: lists, nextCursor: null });
      sent.push(`${pathname} ${await request.text()}`);
      lists = lists.length === 0 ? [listOf('new', [onIt])] : lists.map((one) => listOf(one.id, [onIt]));
      return Response.json(lists[0], { status: 201 });
    });
  });
  afterEach(cleanup);

  it('keeps it in the browser for somebody without an account, and lets it go again', () => {
    const button = open(null);
    fireEvent.click(button);
    expect(keptShortlist()).toEqual([{ ...onIt, supplierName: 'Nodeul', itemName: null }]);
    expect(button.getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(button);
    expect(keptShortlist()).toEqual([]);
    expect(sent).toEqual([]);
  });

  it('does the same for an enterprise, which keeps no lists', () => {
    fireEvent.click(open(userOf('enterprise')));
    expect(keptShortlist()).toHaveLength(1);
  });

  it('begins the first list with one press, and a second press adds nothing', async () => {
    const button = open(userOf('clerk'));
    fireEvent.click(button);
    fireEvent.click(button);
    expect(await screen.findByText(t.chosen)).toBeTruthy();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain('"entries":[{"supplierId":"nodeul","catalogueItemId":null}]');
    expect(keptShortlist()).toEqual([]);
  });

  it('takes the only list without asking', async () => {
    lists = [listOf('one')];
    fireEvent.click(open(userOf('clerk')));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toContain('/shortlists/one/entries');
  });

  it('asks which one when there are several, and says on which it is already', async () => {
    lists = [listOf('one', [onIt]), listOf('two')];
    const button = open(userOf('clerk'));
    await screen.findByText(t.chosen);
    fireEvent.click(button);
    expect(await screen.findByRole('link', { name: 'list one 보기' })).toBeTruthy();
    expect(screen.queryByRole('radio', { name: /list one/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: t.add }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toContain('/shortlists/two/entries');
  });

  it('holds nothing that somebody else wrote into the storage', () => {
    for (const text of [
      '{',
      '3',
      '[{"supplierId":1}]',
      '[null]',
      '[{"supplierId":"a","supplierName":"A"}]',
    ]) {
      localStorage.setItem('ieum.shortlist', text);
      expect(keptShortlist()).toEqual([]);
    }
  });
});
