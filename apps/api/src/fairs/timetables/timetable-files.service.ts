import { Injectable, StreamableFile } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { refuse } from '../../common/refused';

@Injectable()
export class TimetableFilesService {
  async sheet(actor: Actor, fairId: string): Promise<StreamableFile> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) });
  }

  async deskCalendar(actor: Actor, fairId: string, deskId: string): Promise<StreamableFile> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) + String(deskId) });
  }

  async exhibitorCalendar(actor: Actor, fairId: string, exhibitorId: string): Promise<StreamableFile> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) + String(exhibitorId) });
  }
}
