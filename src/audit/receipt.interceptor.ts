import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Observable, tap } from 'rxjs';
import type { HeedRequest } from '../access/requires.js';

/** Answers that wrote carry the data hash of their audit event: a receipt that the log can be held to. */
@Injectable()
export class ReceiptInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<HeedRequest>();
    return next.handle().pipe(
      tap(() => {
        const receipt = request.actor?.receipt ?? request.identity?.receipt;
        if (receipt !== undefined) http.getResponse<FastifyReply>().header('audit-receipt', receipt);
      }),
    );
  }
}
