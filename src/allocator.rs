//! The allocator of the wasm build: free lists by size, nothing else.
//!
//! A call allocates a few kilobytes and frees them again; a bulk job allocates a few large buffers. For both, lists of free
//! blocks whose sizes are powers of two are enough: taking and giving back are a few instructions, and a block is found
//! again by the next call that wants its size. The price is that a block can be twice as large as asked for. The gain is
//! about 2.5 kB of the compressed wasm, against the allocator of the standard library.

use std::alloc::{GlobalAlloc, Layout};
use std::cell::UnsafeCell;
use std::ptr::null_mut;

/// The size of a memory page of wasm.
const PAGE: usize = 65_536;
/// The smallest block, as a power of two; it has room for the link to the next free one.
const SMALLEST: usize = 4;
/// One list for every power of two that fits into the address space.
const LISTS: usize = 32;

/// The lists. Wasm without threads runs one thing at a time, so nothing can disturb a change of them.
struct FreeLists(UnsafeCell<State>);

struct State {
    /// The first free block of each size; each holds the address of the next.
    free: [*mut u8; LISTS],
    /// The part of memory that has been taken from the machine and not yet been cut into blocks.
    next: usize,
    end: usize,
}

// SAFETY: wasm32-unknown-unknown without the atomics feature has one thread.
unsafe impl Sync for FreeLists {}

#[global_allocator]
static ALLOCATOR: FreeLists = FreeLists(UnsafeCell::new(State { free: [null_mut(); LISTS], next: 0, end: 0 }));

// SAFETY: a block is handed out by one list only, once, until it is given back; it is as large as the next power of two, and
// begins at a multiple of its size or of a page, so that it fits any layout up to a page's alignment.
unsafe impl GlobalAlloc for FreeLists {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: see `Sync`; the reference ends with this call.
        let state = unsafe { &mut *self.0.get() };
        let list = list(layout);
        let Some(free) = state.free.get_mut(list) else { return null_mut() };
        if free.is_null() {
            return state.cut(1 << list);
        }
        let block = *free;
        // SAFETY: a free block begins with the address of the next one.
        *free = unsafe { block.cast::<*mut u8>().read() };
        block
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: see `Sync`; the reference ends with this call.
        let state = unsafe { &mut *self.0.get() };
        if let Some(free) = state.free.get_mut(list(layout)) {
            // SAFETY: the block is ours again, and has room for an address.
            unsafe { block.cast::<*mut u8>().write(*free) };
            *free = block;
        }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: the caller vouches for size and alignment.
        let wanted = unsafe { Layout::from_size_align_unchecked(size, layout.align()) };
        if list(wanted) == list(layout) {
            return block;
        }
        // SAFETY: as for `alloc` and `dealloc`; the two blocks do not overlap.
        unsafe {
            let new = self.alloc(wanted);
            if !new.is_null() {
                new.copy_from_nonoverlapping(block, size.min(layout.size()));
                self.dealloc(block, layout);
            }
            new
        }
    }
}

/// The list whose blocks fit a layout.
fn list(layout: Layout) -> usize {
    let size = layout.size().max(layout.align()).max(1 << SMALLEST);
    (usize::BITS - (size - 1).leading_zeros()) as usize
}

impl State {
    /// Cuts a new block; null when the machine has no more memory.
    fn cut(&mut self, size: usize) -> *mut u8 {
        let mut start = (self.next + size.min(PAGE) - 1) & !(size.min(PAGE) - 1);
        if start + size > self.end || self.end == 0 {
            let pages = size.div_ceil(PAGE);
            let before = core::arch::wasm32::memory_grow(0, pages);
            if before == usize::MAX {
                return null_mut();
            }
            // What is left of the former part is given up, unless the new one follows it.
            if before * PAGE != self.end {
                start = before * PAGE;
            }
            self.end = (before + pages) * PAGE;
        }
        self.next = start + size;
        start as *mut u8
    }
}
