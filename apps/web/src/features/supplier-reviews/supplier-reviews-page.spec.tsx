import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { createQueryClient } from '../../lib/query-client';
import type { Review } from './api';
import { reviewMessages } from './messages';
import SupplierReviewsPage from './supplier-reviews-page';

const t = reviewMessages.ko;
const entry: Review['entry'] = {
  name: 'Sunrise Print',
  businessNumber: null,
  representative: null,
  address: null,
  homepage: null,
  businessSummary: null,
  socialPurpose: null,
  serviceField: null,
  districtCode: null,
  certificateNumber: '2016-1',
  certifiedOn: '2016-03-15',
  issueRound: null,
};
const candidate: Review['candidates'][number] = {
  supplierId: '01990000-0000-7000-8000-00000000000a',
  rowNumber: null,
  name: 'Sunrise Prints',
  businessNumber: '0001111111',
  representative: null,
  address: null,
  certificateNumber: null,
  certifiedOn: null,
  likenessBp: 6000,
  sameNumber: false,
  sameCertificate: false,
  differences: [{ field: 'name', before: 'Sunrise Prints', after: 'Sunrise Print', byHand: true }],
};
const review: Review = {
  id: 'r1',
  importId: 'i',
  fileName: 'list.csv',
  asOf: '2016-06-01',
  rowNumber: 4,
  reason: 'name_alike',
  entry,
  candidates: [candidate],
  state: 'pending',
  supplierId: null,
  supplierName: null,
  note: null,
  decidedBy: null,
  decidedByName: null,
  decidedAt: null,
  version: 1,
};

let waiting: Review[];
let sent: { path: string; body: unknown }[];

beforeEach(() => {
  waiting = [review, { ...review, id: 'r2', entry: { ...entry, name: 'Blue Sky' } }];
  sent = [];
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    if (request.method === 'POST') {
      sent.push({ path: pathname, body: JSON.parse(await request.text()) as unknown });
      const done = { ...(waiting.shift() ?? review), state: 'same' };
      return Response.json(done);
    }
    return Response.json({ items: waiting, total: waiting.length, nextCursor: null });
  });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>
        <SupplierReviewsPage />
      </MemoryRouter>
    </QueryClientProvider>,
  );
});
afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
});

describe('doubtful enterprises', () => {
  it('are decided by a key each, and the next one takes the place', async () => {
    await screen.findByText('Sunrise Print');
    fireEvent.keyDown(document.body, { key: '1', code: 'Digit1' });
    await screen.findByText('Blue Sky');
    expect(sent).toEqual([
      {
        path: '/api/v1/supplier-reviews/r1/decide',
        body: { decision: 'same', supplierId: candidate.supplierId, takeFields: [], reason: null },
      },
    ]);
    fireEvent.keyDown(document.body, { key: 'ㅜ', code: 'KeyN' });
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.body).toEqual({ decision: 'different', reason: null });
    await screen.findByText(t.emptyTitle);
  });

  it('keep what people wrote unless it is ticked, and take no key while somebody types', async () => {
    const note = await screen.findByLabelText(new RegExp(t.note, 'u'));
    fireEvent.keyDown(note, { key: '1', code: 'Digit1' });
    expect(sent).toEqual([]);
    fireEvent.change(note, { target: { value: 'the same people' } });
    fireEvent.click(screen.getByRole('checkbox'));
    fireEvent.keyDown(document.body, { key: '1', code: 'Digit1' });
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toMatchObject({ takeFields: ['name'], reason: 'the same people' });
  });

  it('pass by with J and K without a decision', async () => {
    await screen.findByText('Sunrise Print');
    fireEvent.keyDown(document.body, { key: 'j', code: 'KeyJ' });
    await screen.findByText('Blue Sky');
    fireEvent.keyDown(document.body, { key: 'k', code: 'KeyK' });
    await screen.findByText('Sunrise Print');
    expect(sent).toEqual([]);
  });
});
