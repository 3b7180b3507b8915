/* SPDX-License-Identifier: GPL-2.0 */
/* A long nop that no compiler makes: nopl 0x6b72616d(%rax). A program that is counted is between two of them. */
#ifndef MARK_H
#define MARK_H

#define MARK 0x0f, 0x1f, 0x80, 0x6d, 0x61, 0x72, 0x6b

#endif
