import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AWARD_CONTRACT_KINDS } from '@ieum/domain';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { componentMessages } from '../../components/messages';
import { createQueryClient } from '../../lib/query-client';
import type { AwardRule } from './api';
import { AwardRuleDialog } from './award-rule-dialog';
import { bodyOf, isRuleValues, refusalOf, valuesOf } from './award-rule-values';
import { awardRuleMessages } from './messages';

const t = awardRuleMessages.ko;
const words = componentMessages.ko;

const social: AwardRule = {
  id: 'social',
  rule: 'single_quote',
  enterpriseClass: 'social_enterprise',
  certificationTypes: ['certified_social_enterprise'],
  minVulnerableEmploymentBp: 2_990,
  contractKinds: [...AWARD_CONTRACT_KINDS],
  limitKrw: 50_000_000,
  validFrom: '2018-07-24',
  validTo: null,
  legalBasis: 'article 30',
  verification: 'partly_verified',
  verificationNote: null,
  source: null,
  changeReason: null,
  changedAt: '2026-01-01T00:00:00.000Z',
  version: 1,
};

describe('what is typed of a rule', () => {
  it('comes back as it was read, the ratio as a percentage with its decimals', () => {
    const values = valuesOf(social);
    expect(values.minRatio).toBe('29.9');
    expect(bodyOf(values)).toMatchObject({ minVulnerableEmploymentBp: 2_990, limitKrw: 50_000_000 });
    expect(isRuleValues(JSON.parse(JSON.stringify(values)))).toBe(true);
    expect(isRuleValues({ ...values, contractKinds: 'goods' })).toBe(false);
  });

  it.each([
    ['30', 3_000],
    [' 30 % ', 3_000],
    ['0.5', 50],
    ['', null],
  ])('reads the ratio %j', (minRatio, wanted) => {
    expect(bodyOf({ ...valuesOf(social), minRatio }).minVulnerableEmploymentBp).toBe(wanted);
  });

  it('is refused by the rule that the server asks: a wrong ratio, days that overlap', () => {
    const faulty = (minRatio: string) =>
      refusalOf({ ...valuesOf(social), minRatio }, [], null)?.details?.['field'];
    for (const text of ['30.123', 'x', '101', '0']) expect(faulty(text)).toBe('minVulnerableEmploymentBp');
    expect(refusalOf(valuesOf(social), [social], 'social')).toBeNull();
    expect(refusalOf(valuesOf(social), [social], null)?.code).toBe('RULE_OVERLAP');
    const before = { ...valuesOf(social), validFrom: null, validTo: '2018-07-23' };
    expect(refusalOf(before, [social], null)).toBeNull();
  });

  it('asks nothing of certificates and ratio for the general class', () => {
    const general = { ...valuesOf(social), enterpriseClass: 'general' as const };
    expect(bodyOf(general)).toMatchObject({ certificationTypes: [], minVulnerableEmploymentBp: null });
    expect(refusalOf(general, [], null)).toBeNull();
  });
});

describe('correcting a rule', () => {
  let saved: AwardRule;
  let sent: { readonly method: string; readonly version: string | null; readonly body: string }[];

  beforeEach(() => {
    sessionStorage.clear();
    HTMLDialogElement.prototype.showModal = function showModal() {
      this.open = true;
    };
    saved = { ...social };
    sent = [];
    globalThis.fetch = jest.fn(async (input: string | URL | Request, init?: RequestInit) => {
      const request = new Request(input, init);
      const body = await request.text();
      if (request.method === 'GET') return Response.json(saved);
      const version = request.headers.get('If-Match');
      sent.push({ method: request.method, version, body });
      if (version !== `"v${saved.version}"`)
        return Response.json({ code: 'VERSION_STALE', status: 412 }, { status: 412 });
      return Response.json(saved);
    });
  });
  afterEach(cleanup);

  const open = (onClose = () => undefined) =>
    render(
      <QueryClientProvider client={createQueryClient()}>
        <AwardRuleDialog rule={social} rules={[social]} onClose={onClose} />
      </QueryClientProvider>,
    );
  const fill = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(new RegExp(`^${label.replace(/[()]/g, '\\$&')}`)), {
      target: { value },
    });
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

  it('asks for the reason and sends the version that was read', async () => {
    const onClose = jest.fn(() => undefined);
    open(onClose);
    fill(t.limit, '60000000');
    press(t.save);
    expect(await screen.findByText(t.reasonRequired)).toBeTruthy();
    expect(sent).toEqual([]);
    fill(t.reason, 'law');
    press(t.save);
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(sent).toMatchObject([{ method: 'PATCH', version: '"v1"' }]);
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({ limitKrw: 60_000_000, reason: 'law' });
  });

  it('keeps what was typed when the dialog is closed, and says so', () => {
    const first = open();
    fill(t.limit, '61000000');
    first.unmount();
    open();
    expect(screen.getByDisplayValue('61,000,000')).toBeTruthy();
    expect(screen.getByText(words.draftKept)).toBeTruthy();
  });

  it('shows both versions when somebody else was first, and saves on top of theirs only when told', async () => {
    saved = { ...social, limitKrw: 70_000_000, version: 2 };
    open();
    fill(t.limit, '60000000');
    fill(t.reason, 'law');
    press(t.save);
    const dialog = await screen.findByRole('dialog', { name: words.versionTitle });
    expect(within(dialog).getByText('60,000,000')).toBeTruthy();
    expect(within(dialog).getByText('70,000,000')).toBeTruthy();
    fireEvent.click(within(dialog).getByRole('button', { name: words.versionKeepMine }));
    await waitFor(() => expect(sent.map((one) => one.version)).toEqual(['"v1"', '"v2"']));
  });
});
