import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { Announcements } from './announcements.js';
import { NewsController } from './news.controller.js';
import { NewsService } from './news.service.js';

@Module({ imports: [AuthModule], controllers: [NewsController], providers: [NewsService, Announcements] })
export class NewsModule {}
