/**
 * A bug ends here: the page says so, what was typed is already in storage, and the stored text can be
 * taken away as a file.
 */
import { Component, type ReactNode } from 'react';
import { FailureScreen } from './failure-screen.tsx';

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
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <FailureScreen
        failure={{
          problem: '程序出了错，已停在这里',
          advice: `填过的内容存在本机，刷新页面可以继续。错误信息：${error.message}`,
        }}
      />
    );
  }
}
