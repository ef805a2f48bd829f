import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { refuse } from '../../common/refused';
import type {
  FairSummaryDto,
  FairSummaryQuery,
  OfficialFigureParams,
  PutOfficialFigureDto,
} from '../dto/fair-report.dto';

@Injectable()
export class FairSummaryService {
  async get(actor: Actor, query: FairSummaryQuery): Promise<FairSummaryDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(query) });
  }

  async putOfficial(
    actor: Actor,
    place: OfficialFigureParams,
    body: PutOfficialFigureDto,
  ): Promise<FairSummaryDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(place) + String(body) });
  }
}
