/**
 * A bug ends here: the page says so, what was typed is already in storage, and can be taken away as
 * files in the safe mode. Going elsewhere tries again.
 */
import { Component, type ReactNode } from 'react';
import { DESK, hashOf, SAFE_ROUTE } from '../ports/route.ts';
import { FailureScreen } from '../ui/failure-screen.tsx';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** Writes what still waits to be written. */
  readonly onBroken: () => void;
}

interface ErrorBoundaryState {
  readonly error: Error | undefined;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: undefined };

  static getDerivedStateFromError(error: Error): ErrorBoundaryState {
    return { error };
  }

  override componentDidCatch(): void {
    this.props.onBroken();
    window.addEventListener('hashchange', this.tryAgain, { once: true });
  }

  tryAgain = (): void => this.setState({ error: undefined });

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <FailureScreen
        deskHref={hashOf(DESK)}
        safeHref={hashOf(SAFE_ROUTE)}
        failure={{
          problem: '程序出了错，已停在这里',
          advice: `填过的内容存在本机，刷新页面可以继续；还是出错，就进入安全模式把草稿取出来。错误信息：${error.message}`,
        }}
      />
    );
  }
}
