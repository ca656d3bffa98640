import { createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { HeedRequest } from '../access/requires.js';
import { problems } from '../common/problem.js';
import { InputPipe } from '../common/validation.js';
import type { Account } from './account.entity.js';
import { AccountsService } from './accounts.service.js';
import { normalizedEmail } from './new-account.js';
import { Origin } from './origin.js';
import { SignInDto } from './sign-in.dto.js';
import { SignInLimits } from './sign-in-limits.js';
import { refuseForeign, register } from './strategies.js';

interface SigningIn extends HeedRequest {
  account?: Account;
}

/** Lets through who knows an e-mail and its password; for everybody else the answer is one and the same 401, or 429. */
@Injectable()
export class PasswordGuard extends AuthGuard() {
  constructor(accounts: AccountsService, limits: SignInLimits, origin: Origin) {
    const password = async (request: HeedRequest): Promise<Account | undefined> => {
      refuseForeign(request, origin);
      const dto = (await INPUT.transform(request.body, { type: 'body', metatype: SignInDto })) as SignInDto;
      const account = await accounts.find(dto.email);
      const verify = () => accounts.verify(account, dto.password, request.id);
      return limits.signingIn(request, normalizedEmail(dto.email), account, verify);
    };
    super({ defaultStrategy: register('password', password), session: false, property: 'account' });
  }

  override handleRequest<User>(error: Error | null, account: User | false | null): User {
    if (error) throw error;
    if (!account) throw problems.signInFailed();
    return account;
  }
}

/** Guards run before pipes, and this one reads the body. */
const INPUT = new InputPipe();

/** The account whose password was right. */
export const VerifiedAccount = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<SigningIn>().account,
);
