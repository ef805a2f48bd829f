import { Module } from '@nestjs/common';
import { NoticesModule } from '../notices/notices.module';
import { AchievementsController } from './achievements.controller';
import { AchievementsService } from './achievements.service';
import { PublicationsController } from './publications.controller';
import { PublicationsService } from './publications.service';
import { RankingsController } from './rankings.controller';
import { RankingsService } from './rankings.service';

@Module({
  imports: [NoticesModule],
  controllers: [AchievementsController, RankingsController, PublicationsController],
  providers: [AchievementsService, RankingsService, PublicationsService],
})
export class RankingsModule {}
