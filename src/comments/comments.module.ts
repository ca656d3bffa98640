import { Module } from '@nestjs/common';
import { CommentsController } from './comments.controller.js';
import { CommentsService } from './comments.service.js';
import { Mentions } from './mentions.js';

@Module({ controllers: [CommentsController], providers: [CommentsService, Mentions], exports: [CommentsService] })
export class CommentsModule {}
