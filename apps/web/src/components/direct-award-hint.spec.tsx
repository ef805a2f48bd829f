import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { directAwardHint, type AwardRule, type AwardSupplier } from '@ieum/domain';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { directAwardWords } from '../lib/direct-award-messages';
import { createQueryClient } from '../lib/query-client';
import { SessionContext, type Session } from '../lib/session';
import { DirectAwardHint } from './direct-award-hint';
import { directAwardHintMessages } from './direct-award-hint-messages';
import { DirectAwardPanel } from './direct-award-panel';

const word = directAwardWords.ko;
const t = directAwardHintMessages.ko;

const EVERYTHING = [
  'goods',
  'services',
  'outsourcing',
  'works_general',
  'works_special',
  'works_other',
] as const;
const RULES: readonly AwardRule[] = [
  {
    id: 'general',
    rule: 'single_quote',
    enterpriseClass: 'general',
    certificationTypes: [],
    minVulnerableEmploymentBp: null,
    contractKinds: EVERYTHING,
    limitKrw: 20_000_000,
    validFrom: null,
    validTo: null,
    legalBasis: 'article 30',
    verification: 'verified',
  },
  {
    id: 'social',
    rule: 'single_quote',
    enterpriseClass: 'social_enterprise',
    certificationTypes: ['certified_social_enterprise'],
    minVulnerableEmploymentBp: 3_000,
    contractKinds: EVERYTHING,
    limitKrw: 50_000_000,
    validFrom: '2018-07-24',
    validTo: null,
    legalBasis: 'article 30',
    verification: 'partly_verified',
  },
];

const certified: AwardSupplier = {
  closedOn: null,
  certificates: [
    {
      type: 'certified_social_enterprise',
      validFrom: '2010-01-01',
      validUntil: null,
      revokedOn: null,
      verified: true,
    },
  ],
  vulnerableEmploymentBp: 3_000,
  vulnerableEmploymentOn: '2018-06-30',
};
const SUPPLIERS: Readonly<Record<string, AwardSupplier>> = {
  thirty: certified,
  almost: { ...certified, vulnerableEmploymentBp: 2_990 },
  general: { ...certified, certificates: [], vulnerableEmploymentBp: null, vulnerableEmploymentOn: null },
};

/** The server's answer, by the rule that the server calls. */
function answer(params: URLSearchParams): Response {
  const numberOf = (name: string) => (params.has(name) ? Number(params.get(name)) : null);
  const supplier = SUPPLIERS[params.get('supplierId') ?? ''] ?? null;
  const on = params.get('on') ?? '2018-07-25';
  const amountKrw = numberOf('amountKrw');
  const supplyValueKrw = numberOf('supplyValueKrw');
  const amountIncludesVat = params.get('amountIncludesVat') !== 'false';
  const hint = directAwardHint(
    { amountKrw, amountIncludesVat, supplyValueKrw, kind: 'services', day: on, supplier },
    RULES,
  );
  return Response.json({
    verdict: hint.verdict,
    limitKrw: hint.chosen?.limitKrw ?? null,
    rule: hint.chosen,
    basis: {
      on,
      kind: 'services',
      estimatedPriceKrw: hint.price.krw,
      priceBasis: hint.price.basis,
      supplierId: 's',
      supplierName: 'S',
      certificates: supplier?.certificates ?? [],
      vulnerableEmploymentBp: supplier?.vulnerableEmploymentBp ?? null,
      vulnerableEmploymentOn: supplier?.vulnerableEmploymentOn ?? null,
      considered: hint.considered.map(({ rule, failures }) => ({
        rule,
        applies: failures.length === 0,
        failures,
      })),
    },
    negotiated: null,
    notes: hint.notes,
    notice: 'guidance',
  });
}

beforeEach(() => {
  sessionStorage.clear();
  globalThis.fetch = jest.fn((input: string | URL | Request) =>
    Promise.resolve(answer(new URL(new Request(input).url).searchParams)),
  );
});
afterEach(cleanup);

const around = (page: React.ReactNode, user: Session['user'] = null) => {
  const done = () => Promise.resolve();
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>
        <SessionContext value={{ user, loading: false, login: done, logout: done, extend: done }}>
          {page}
        </SessionContext>
      </MemoryRouter>
    </QueryClientProvider>,
  );
};
const show = (supplierId: string, more: { supplyValueKrw?: number; on?: string; amountKrw?: number } = {}) =>
  around(
    <DirectAwardHint
      question={{
        supplierId,
        amountKrw: more.amountKrw ?? null,
        amountIncludesVat: true,
        supplyValueKrw: more.amountKrw === undefined ? (more.supplyValueKrw ?? 48_000_000) : null,
        kind: 'services',
        on: more.on ?? '2018-07-25',
      }}
      open
    />,
  );

describe('the hint on services of 48,000,000 won without VAT', () => {
  it('says in words that one quotation may be enough, with the legal basis and that the law must be checked', async () => {
    show('thirty');
    expect(await screen.findByText(word.verdict_single_quote_possible)).toBeTruthy();
    expect(screen.getByText('article 30')).toBeTruthy();
    expect(screen.getByText(t.notice)).toBeTruthy();
    expect(screen.getByText('30% (2018. 6. 30. 기준)')).toBeTruthy();
    expect(screen.getByText(word.note_rule_not_verified)).toBeTruthy();
  });

  it('asks for two on 2018-07-16 and says from when the rule applies', async () => {
    show('thirty', { on: '2018-07-16' });
    expect(await screen.findByText(word.verdict_two_quotes)).toBeTruthy();
    expect(screen.getByText('2018. 7. 24.부터 적용되는 규칙입니다.')).toBeTruthy();
  });

  it('asks for two with 29.9 % and says what is missing', async () => {
    show('almost');
    expect(await screen.findByText(word.verdict_two_quotes)).toBeTruthy();
    expect(screen.getByText('취약계층 고용비율 29.9%는 30%보다 0.1%p 낮습니다.')).toBeTruthy();
  });

  it('asks for two of a general firm at 25,000,000', async () => {
    show('general', { supplyValueKrw: 25_000_000 });
    expect(await screen.findByText(word.verdict_two_quotes)).toBeTruthy();
    expect(screen.getByText('추정가격이 한도보다 5,000,000원 많습니다.')).toBeTruthy();
  });

  it('says that a price was guessed from an amount with VAT', async () => {
    show('thirty', { amountKrw: 55_000_000 });
    expect(await screen.findByText(word.note_price_estimated)).toBeTruthy();
    expect(screen.getByText(word.note_depends_on_vat)).toBeTruthy();
  });
});

describe('the panel of a supplier', () => {
  it('offers to sign in to somebody without an account, and asks the server nothing', () => {
    around(<DirectAwardPanel supplierId="thirty" />);
    expect(screen.getByRole('link', { name: t.signInLink })).toBeTruthy();
    expect(globalThis.fetch).not.toHaveBeenCalled();
  });

  it('remembers the question for the next supplier', async () => {
    const user: Session['user'] = {
      id: 'u',
      email: 'u@example.kr',
      name: 'Kim',
      role: 'clerk',
      permissions: ['supplier:read'],
      institutionId: 'i',
      institutionName: 'Gangbuk',
      departmentId: 'd',
      departmentName: 'Jobs',
      enterpriseId: null,
      mustChangePassword: false,
    };
    around(<DirectAwardPanel supplierId="thirty" />, user);
    fireEvent.change(screen.getByLabelText(t.amount), { target: { value: '52800000' } });
    expect(await screen.findByText(word.verdict_single_quote_possible)).toBeTruthy();
    cleanup();
    around(<DirectAwardPanel supplierId="general" />, user);
    expect(screen.getByDisplayValue('52,800,000')).toBeTruthy();
    expect(await screen.findByText(word.verdict_two_quotes)).toBeTruthy();
  });
});
