import type { RefusalDetails } from '@ieum/domain';

/** One refused field: `path` as the request names it (items.0.amountKrw), `rule` the constraint it broke. */
export interface ProblemItem {
  readonly path: string;
  readonly rule: string;
  readonly message: string;
}

export interface ProblemFacts {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly ProblemItem[];
  readonly requestId: string | null;
  readonly details: RefusalDetails;
}

/** A refusal by the API (RFC 9457 problem) or a failure to reach it (status 0). */
export class ProblemError extends Error implements ProblemFacts {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly ProblemItem[];
  readonly requestId: string | null;
  readonly details: RefusalDetails;

  constructor(facts: ProblemFacts) {
    super(`${facts.status} ${facts.code}`);
    this.name = 'ProblemError';
    this.status = facts.status;
    this.code = facts.code;
    this.detail = facts.detail;
    this.errors = facts.errors;
    this.requestId = facts.requestId;
    this.details = facts.details;
  }
}

/** Reads a problem document of unknown shape; anything that is missing becomes empty, never an exception. */
export function problemFrom(body: unknown, status: number): ProblemError {
  const fields = isRecord(body) ? body : {};
  return new ProblemError({
    status,
    code: typeof fields.code === 'string' ? fields.code : '',
    detail: typeof fields.detail === 'string' ? fields.detail : '',
    errors: Array.isArray(fields.errors) ? fields.errors.flatMap(itemFrom) : [],
    requestId: typeof fields.requestId === 'string' ? fields.requestId : null,
    details: isRecord(fields.details) ? plainDetails(fields.details) : {},
  });
}

/** What fetch throws when nothing answered. */
export function unreachable(): ProblemError {
  return new ProblemError({ status: 0, code: '', detail: '', errors: [], requestId: null, details: {} });
}

function itemFrom(value: unknown): ProblemItem[] {
  if (!isRecord(value) || typeof value.path !== 'string') return [];
  return [
    {
      path: value.path,
      rule: typeof value.rule === 'string' ? value.rule : '',
      message: typeof value.message === 'string' ? value.message : '',
    },
  ];
}

function plainDetails(record: Record<string, unknown>): RefusalDetails {
  const details: Record<string, Detail> = {};
  for (const [name, value] of Object.entries(record)) if (isDetail(value)) details[name] = value;
  return details;
}

type Detail = RefusalDetails[string];

function isDetail(value: unknown): value is Detail {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true;
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
