import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { CurrentActor, Operation } from '../common/operation';
import { AchievementsService } from './achievements.service';
import { AchievementQuery, AchievementReportDto } from './dto/achievement.dto';

@ApiTags('achievements')
@Controller('achievements')
export class AchievementsController {
  constructor(private readonly achievements: AchievementsService) {}

  @Get()
  @Operation({
    id: 'getAchievements',
    summary: 'Purchase results against targets, by department, month or institution',
    requires: 'achievement:read',
    answers: AchievementReportDto,
  })
  report(@CurrentActor() actor: Actor, @Query() query: AchievementQuery): Promise<AchievementReportDto> {
    return this.achievements.report(actor, query);
  }
}
