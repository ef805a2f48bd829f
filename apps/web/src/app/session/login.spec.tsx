import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import LoginPage from '../../features/login/login-page';
import { loginMessages } from '../../features/login/messages';
import { dropAccessToken } from '../../lib/access-token';
import { createQueryClient } from '../../lib/query-client';
import { SessionProvider } from './session-provider';

const texts = loginMessages.ko;
const user = {
  id: '1',
  email: 'clerk@example.kr',
  name: 'Kim',
  role: 'clerk',
  permissions: ['purchase:read'],
  institutionId: null,
  institutionName: null,
  departmentId: null,
  departmentName: null,
  enterpriseId: null,
  mustChangePassword: false,
};
const demo = {
  email: 'clerk@example.kr',
  password: 'demo-pass',
  role: 'clerk',
  name: 'Kim',
  organisation: 'Jobs',
};

interface Sent {
  readonly path: string;
  readonly body: string;
}

/** Answers each path as given; notes what was sent. */
function serve(answers: Readonly<Record<string, readonly [status: number, body: unknown]>>): Sent[] {
  const sent: Sent[] = [];
  globalThis.fetch = jest.fn(async (input: string | URL | Request, init?: RequestInit) => {
    const request = new Request(input, init);
    const path = new URL(request.url).pathname.replace('/api/v1/auth/', '');
    sent.push({ path, body: await request.text() });
    const [status, body] = answers[path] ?? [404, { code: 'NOT_FOUND' }];
    return Response.json(body, { status });
  });
  return sent;
}

function Place() {
  return <output>{useLocation().pathname + useLocation().search}</output>;
}

function open(address = '/login') {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter initialEntries={[address]}>
        <SessionProvider>
          <Routes>
            <Route path="/login" element={<LoginPage />} />
            <Route path="*" element={<Place />} />
          </Routes>
        </SessionProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

function typeIn(email: string, password: string) {
  fireEvent.change(screen.getByLabelText(new RegExp(texts.email)), { target: { value: email } });
  fireEvent.change(screen.getByLabelText(new RegExp(texts.password)), { target: { value: password } });
  fireEvent.click(screen.getByRole('button', { name: texts.submit }));
}

const signedIn = { accessToken: 't', expiresIn: 900, user };

describe('login page', () => {
  beforeEach(() => {
    cleanup();
    localStorage.clear();
    dropAccessToken();
  });

  it('signs in and goes back to the page that was asked for', async () => {
    const sent = serve({ login: [200, signedIn], 'demo-accounts': [200, { items: [] }] });
    open('/login?next=%2Fpurchases%3Fstate%3Ddraft');
    typeIn(' clerk@example.kr ', 'secret');
    expect(await screen.findByText('/purchases?state=draft')).toBeTruthy();
    expect(JSON.parse(sent.find(({ path }) => path === 'login')?.body ?? '')).toEqual({
      email: 'clerk@example.kr',
      password: 'secret',
    });
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example'])(
    'does not follow %s',
    async (next) => {
      serve({ login: [200, signedIn], 'demo-accounts': [200, { items: [] }] });
      open(`/login?next=${encodeURIComponent(next)}`);
      typeIn('clerk@example.kr', 'secret');
      expect(await screen.findByText('/')).toBeTruthy();
    },
  );

  it.each([
    [401, 'INVALID_CREDENTIALS', /맞지 않습니다/],
    [429, 'LOGIN_LOCKED', /잠겼습니다/],
    [403, 'ACCOUNT_DISABLED', /중지된 계정/],
  ])('says why not, in words, and keeps the address: %s %s', async (status, code, sentence) => {
    serve({ login: [status, { status, code }], 'demo-accounts': [200, { items: [] }] });
    open();
    typeIn('clerk@example.kr', 'wrong');
    expect((await screen.findByRole('alert')).textContent).toMatch(sentence);
    expect(screen.getByDisplayValue('clerk@example.kr')).toBeTruthy();
  });

  it('asks for what is missing without asking the server', async () => {
    const sent = serve({ 'demo-accounts': [200, { items: [] }] });
    open();
    fireEvent.click(screen.getByRole('button', { name: texts.submit }));
    expect((await screen.findAllByText(texts.emailRequired)).length).toBeGreaterThan(0);
    expect(sent.some(({ path }) => path === 'login')).toBe(false);
  });

  it('offers demo accounts and signs in with one press', async () => {
    const sent = serve({ login: [200, signedIn], 'demo-accounts': [200, { items: [demo] }] });
    open();
    fireEvent.click(await screen.findByRole('button', { name: /Kim/ }));
    expect(await screen.findByText('/')).toBeTruthy();
    expect(sent.find(({ path }) => path === 'login')?.body).toContain('demo-pass');
  });

  it('hides the demo part when there are none', async () => {
    const sent = serve({
      login: [401, { code: 'INVALID_CREDENTIALS' }],
      'demo-accounts': [200, { items: [] }],
    });
    open();
    typeIn('a@example.kr', 'b');
    await screen.findByRole('alert');
    expect(sent.some(({ path }) => path === 'demo-accounts')).toBe(true);
    expect(screen.queryByText(texts.demoTitle)).toBeNull();
  });
});
