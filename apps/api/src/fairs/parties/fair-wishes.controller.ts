import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, Operation } from '../../common/operation';
import { FairWishListDto } from '../dto/party.dto';
import { FairWishesService } from './fair-wishes.service';

@ApiTags('fairs')
@Controller('fairs/:id/wishes')
export class FairWishesController {
  constructor(private readonly wishes: FairWishesService) {}

  @Get()
  @Operation({
    id: 'listFairWishes',
    summary: 'The own wishes; the organiser sees all',
    requires: 'fair:read',
    answers: FairWishListDto,
  })
  list(@CurrentActor() actor: Actor, @IdParam('id') fairId: string): Promise<FairWishListDto> {
    return this.wishes.list(actor, fairId);
  }
}
