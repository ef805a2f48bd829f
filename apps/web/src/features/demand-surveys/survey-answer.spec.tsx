import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { permissionsOf } from '@ieum/domain';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { createQueryClient } from '../../lib/query-client';
import { SessionContext, type Session, type SessionUser } from '../../lib/session';
import type { Survey } from './api';
import { surveyMessages } from './messages';
import { SurveyAnswer } from './survey-answer';
import { answerOf, pastedRows, plannedSum } from './survey-values';

const t = surveyMessages.ko;
const blank: Survey = {
  id: 'survey',
  institutionId: 'i',
  cycleId: 'c',
  fiscalYear: 2016,
  cycleState: 'survey_open',
  surveyDueOn: null,
  departmentId: 'd',
  departmentName: 'Jobs',
  departmentGroup: 'division',
  state: 'draft',
  plannedCount: 0,
  plannedKrw: 0,
  wishedTargetKrw: null,
  wishedMallTargetKrw: null,
  returnReason: null,
  submittedAt: null,
  version: 1,
  mallTarget: 'inside',
  plannedPurchases: [],
};
const user: SessionUser = {
  id: 'u',
  email: 'clerk@example.kr',
  name: 'Kim',
  role: 'clerk',
  permissions: permissionsOf('clerk'),
  institutionId: 'i',
  institutionName: 'Gangbuk',
  departmentId: 'd',
  departmentName: 'Jobs',
  enterpriseId: null,
  mustChangePassword: false,
};

let survey: Survey;
let sent: { readonly method: string; readonly path: string; readonly body: string }[];

function open() {
  const done = () => Promise.resolve();
  const session: Session = { user, loading: false, login: done, logout: done, extend: done };
  return render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>
        <SessionContext value={session}>
          <SurveyAnswer id="survey" />
        </SessionContext>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

describe('the answer to the demand survey', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    survey = blank;
    sent = [];
    globalThis.fetch = jest.fn(async (input: string | URL | Request, init?: RequestInit) => {
      const request = new Request(input, init);
      const body = await request.text();
      const { pathname: path } = new URL(request.url);
      sent.push({ method: request.method, path, body });
      if (request.method === 'PUT') survey = { ...survey, ...JSON.parse(body), version: survey.version + 1 };
      if (path.endsWith('/submit')) survey = { ...survey, state: 'submitted', version: survey.version + 1 };
      return Response.json(survey, { headers: { ETag: `"v${survey.version}"` } });
    });
  });
  afterEach(cleanup);

  it('says beforehand why an empty answer cannot be submitted', async () => {
    open();
    expect(await screen.findByText(t.notYet)).toBeTruthy();
  });

  it('takes rows of a spreadsheet and shows their sum', async () => {
    open();
    const first = await screen.findByLabelText('1번째 품목');
    fireEvent.paste(first, { clipboardData: { getData: () => 'Banners\t1,600,000\t4\nPaper\t2,400,000\t' } });
    expect(await screen.findByText('4,000,000')).toBeTruthy();
    expect(screen.queryByText(t.notYet)).toBeNull();
  });

  it('keeps what was typed over a reload, and saves it', async () => {
    const first = open();
    fireEvent.change(await screen.findByLabelText('1번째 품목'), { target: { value: 'Banners' } });
    await waitFor(() => expect(sessionStorage.getItem('ieum.draft.survey:survey')).toContain('Banners'));
    first.unmount();
    open();
    expect(await screen.findByDisplayValue('Banners')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: t.save }));
    expect((await screen.findAllByText(t.amountRequired)).length).toBeGreaterThan(0);
    expect(sent.some((one) => one.method === 'PUT')).toBe(false);
    fireEvent.change(screen.getByLabelText('1번째 금액'), { target: { value: '160000' } });
    fireEvent.click(screen.getByRole('button', { name: t.save }));
    await waitFor(() => expect(sent.filter((one) => one.method === 'PUT')).toHaveLength(1));
    expect(JSON.parse(sent.find((one) => one.method === 'PUT')?.body ?? '')).toEqual({
      plannedPurchases: [{ item: 'Banners', amountKrw: 160_000, month: null }],
      wishedTargetKrw: null,
      wishedMallTargetKrw: null,
    });
    await waitFor(() => expect(sessionStorage.getItem('ieum.draft.survey:survey')).toBeNull());
  });

  it('shows the reason of a returned answer above the form', async () => {
    survey = { ...blank, state: 'returned', returnReason: 'check the mall amount' };
    open();
    expect(await screen.findByText('check the mall amount')).toBeTruthy();
    expect(screen.getByRole('button', { name: t.save })).toBeTruthy();
  });

  it('cannot be changed once it is submitted', async () => {
    survey = { ...blank, state: 'submitted', wishedTargetKrw: 1 };
    open();
    expect(await screen.findByText(t.readOnlySubmitted)).toBeTruthy();
    expect(screen.queryByRole('button', { name: t.save })).toBeNull();
  });
});

describe('rows of planned purchases', () => {
  it('are read from a copied block; a single text stays a text', () => {
    expect(pastedRows('Banners')).toBeNull();
    expect(pastedRows('Banners\t1,600,000원\t4월\r\nPaper\tabout\t13\r\n')).toEqual([
      { item: 'Banners', amountKrw: 1_600_000, month: '4' },
      { item: 'Paper', amountKrw: null, month: '' },
    ]);
  });

  it('leave out the empty ones and add up what is written', () => {
    const rows = [
      { item: ' Banners ', amountKrw: 160_000, month: '3' },
      { item: '', amountKrw: null, month: '' },
    ];
    expect(plannedSum(rows)).toBe(160_000);
    const values = { plannedPurchases: rows, wishedTargetKrw: null, wishedMallTargetKrw: null };
    expect(answerOf(values).plannedPurchases).toEqual([{ item: 'Banners', amountKrw: 160_000, month: 3 }]);
  });
});
