import { Module } from '@nestjs/common';
import { B2bLinksController } from './b2b-links/b2b-links.controller';
import { B2bLinksService } from './b2b-links/b2b-links.service';
import { MarketDaysController } from './market-days/market-days.controller';
import { MarketDaysService } from './market-days/market-days.service';
import { ShopsController } from './shops/shops.controller';
import { ShopsService } from './shops/shops.service';

/** Private channels: they add to programme indicators, never to public purchase achievement. */
@Module({
  controllers: [B2bLinksController, ShopsController, MarketDaysController],
  providers: [B2bLinksService, ShopsService, MarketDaysService],
})
export class ChannelsModule {}
