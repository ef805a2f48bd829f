import { Injectable } from '@nestjs/common';
import type { NoticeKind, NoticeParamsByKind } from '@ieum/domain';
import type { Actor } from '../common/actor';
import { decodeCursor, DEFAULT_LIMIT, pageOf } from '../common/paging';
import { refuse } from '../common/refused';
import { Transactions, type Tx } from '../database/transactions';
import type { ListNoticesQuery, NoticeDto, NoticePageDto } from './dto/notice.dto';

/** `departmentId` null = every department (clerks) or the institution (managers). */
type Addressee =
  | {
      readonly audience: 'clerk' | 'manager';
      readonly institutionId: string;
      readonly departmentId: string | null;
    }
  | { readonly audience: 'enterprise'; readonly supplierId: string }
  /** `userId` = that person alone; left out = everybody of the role */
  | { readonly audience: 'support' | 'admin'; readonly userId?: string };

/** One notice to write. */
export type NewNotice = {
  [Kind in NoticeKind]: Addressee & {
    readonly kind: Kind;
    readonly params: NoticeParamsByKind[Kind];
    /** path of the screen that it leads to */
    readonly link: string | null;
    /** for whoever has to name it afterwards: the writer of a notice is often not among its readers */
    readonly id?: string;
  };
}[NoticeKind];

interface NoticeRow {
  id: string;
  kind: string;
  params: object;
  link: string | null;
  created_at: Date;
  is_read: boolean;
}

/**
 * The reader's own notices: of the role, and of the department or of all of them, or of the own enterprise, or for the
 * person alone, whatever the role. $1 institution, $2 role, $3 department, $4 enterprise, $5 person.
 */
const OWN = `(n.audience = $2 OR n.user_id = $5) AND n.institution_id IS NOT DISTINCT FROM $1::uuid
  AND n.supplier_id IS NOT DISTINCT FROM $4::uuid AND (n.department_id IS NULL OR n.department_id = $3)
  AND (n.user_id IS NULL OR n.user_id = $5)`;
const IS_READ = 'EXISTS (SELECT FROM notice_reads r WHERE r.notice_id = n.id AND r.user_id = $5)';

@Injectable()
export class NoticesService {
  constructor(private readonly transactions: Transactions) {}

  /** Writes notices in the caller's transaction: what is rolled back was never announced. One statement for all. */
  async publish(tx: Tx, ...notices: readonly NewNotice[]): Promise<void> {
    if (notices.length === 0) return;
    const rows = notices.map((notice) => ({
      id: notice.id ?? null,
      institution_id: 'institutionId' in notice ? notice.institutionId : null,
      department_id: 'departmentId' in notice ? notice.departmentId : null,
      supplier_id: 'supplierId' in notice ? notice.supplierId : null,
      user_id: 'userId' in notice ? notice.userId : null,
      audience: notice.audience,
      kind: notice.kind,
      params: notice.params,
      link: notice.link,
    }));
    await tx.sql(
      `INSERT INTO notices (id, institution_id, department_id, supplier_id, user_id, audience, kind, params, link)
       SELECT coalesce(id, uuidv7()), institution_id, department_id, supplier_id, user_id, audience, kind, params, link
       FROM jsonb_to_recordset($1::jsonb) AS row(id uuid, institution_id uuid, department_id uuid, supplier_id uuid, user_id uuid,
                                                 audience text, kind text, params jsonb, link text)`,
      [JSON.stringify(rows)],
    );
  }

  /** Newest first, with the number of unread ones in all. */
  list(actor: Actor, query: ListNoticesQuery): Promise<NoticePageDto> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const [before] = decodeCursor(query.cursor, ['id']) ?? [null];
    const reader = readerOf(actor);
    return this.transactions.run(actor, async (tx) => {
      const rows = await tx.sql<NoticeRow>(
        `SELECT n.id, n.kind, n.params, n.link, n.created_at, ${IS_READ} AS is_read FROM notices n
         WHERE ${OWN} AND ($6::uuid IS NULL OR n.id < $6) AND NOT ($7 AND ${IS_READ})
         ORDER BY n.id DESC LIMIT $8`,
        [...reader, before, query.unreadOnly === true, limit + 1],
      );
      const unread = await tx.sql<{ count: number }>(
        `SELECT count(*) AS count FROM notices n WHERE ${OWN} AND NOT ${IS_READ}`,
        reader,
      );
      const page = pageOf(rows.map(toNoticeDto), limit, (row) => [row.id]);
      return { ...page, unreadCount: unread[0]?.count ?? 0 };
    });
  }

  /** Marks one as read; again is no harm. Somebody else's notice is NOT_FOUND. */
  markRead(actor: Actor, id: string): Promise<void> {
    return this.transactions.run(actor, async (tx) => {
      const reader = readerOf(actor);
      const found = await tx.sql(`SELECT 1 FROM notices n WHERE ${OWN} AND n.id = $6`, [...reader, id]);
      if (found.length === 0) refuse('NOT_FOUND');
      await tx.sql(`INSERT INTO notice_reads (notice_id, user_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [
        id,
        actor.userId,
      ]);
    });
  }
}

function readerOf(actor: Actor): (string | null)[] {
  return [actor.institutionId, actor.role, actor.departmentId, actor.enterpriseId, actor.userId];
}

function toNoticeDto(row: NoticeRow): NoticeDto {
  return {
    id: row.id,
    kind: row.kind,
    params: row.params,
    link: row.link,
    createdAt: row.created_at.toISOString(),
    isRead: row.is_read,
  };
}
