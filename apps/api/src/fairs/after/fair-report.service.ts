import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { refuse } from '../../common/refused';
import type { FairReportDto } from '../dto/fair-report.dto';

@Injectable()
export class FairReportService {
  async get(actor: Actor, fairId: string): Promise<FairReportDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) });
  }
}
