//! What the system and the libraries say, in both languages, with their own words behind it.

use std::fmt::Display;
use std::io::{self, ErrorKind as Kind};

use super::Text;
use crate::text;

/// What the operating system says.
pub fn system(error: &io::Error) -> Text {
    let (zh, en) = system_words(error.kind());
    text!("{zh}（系统信息：{error}）", "{en} (system: {error})")
}

/// What went wrong, from the kind of an error of the operating system.
pub fn system_words(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::NotFound => ("没有这个文件或文件夹", "there is no such file or folder"),
        Kind::PermissionDenied => ("没有权限", "permission denied"),
        Kind::AlreadyExists => ("已有同名的文件或文件夹", "there is a file or folder of that name"),
        Kind::NotADirectory => ("路径中有一段不是文件夹", "a part of the path is not a folder"),
        Kind::IsADirectory => ("是文件夹，此处应是文件", "is a folder where a file should be"),
        Kind::DirectoryNotEmpty => ("文件夹不是空的", "the folder is not empty"),
        Kind::StorageFull => ("磁盘空间已满", "the disk is full"),
        Kind::QuotaExceeded => ("磁盘配额已满", "the disk quota is used up"),
        Kind::FileTooLarge => ("文件过大", "the file is too large"),
        Kind::ReadOnlyFilesystem => ("文件系统是只读的", "the file system is read-only"),
        Kind::CrossesDevices => ("不在同一个文件系统上", "it is on another file system"),
        Kind::ResourceBusy | Kind::ExecutableFileBusy => ("正被其他程序占用", "another program uses it"),
        Kind::InvalidFilename => {
            ("文件名过长或者含有不能用的字符", "the name is too long or has a character it can't have")
        }
        Kind::StaleNetworkFileHandle => ("网络文件系统上的文件已经失效", "the file of a network file system is stale"),
        Kind::BrokenPipe => ("接收输出的程序已经退出", "the program that takes the output has ended"),
        Kind::UnexpectedEof => ("文件不完整", "the file ends too early"),
        Kind::OutOfMemory => ("内存不足", "there is not enough memory"),
        Kind::WouldBlock => ("系统资源暂时不足", "the system is short of resources for now"),
        Kind::Interrupted => ("操作被打断", "the operation was interrupted"),
        Kind::TimedOut => ("操作超时", "the operation took too long"),
        Kind::Unsupported => ("系统不支持这个操作", "the system does not support this"),
        _ => ("操作系统报错", "the operating system reported an error"),
    }
}

/// A sentence of ours with what a library says, which speaks English only, behind it.
pub fn quoting(ours: Text, theirs: impl Display) -> Text {
    let Text { zh, en } = ours;
    text!("{zh}（程序库原文：{theirs}）", "{en} (the library says: {theirs})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_errors_of_the_disk_are_said_in_both_languages() {
        // Numbers of Linux: ENOENT, EIO, EACCES, EEXIST, ENOTDIR, EISDIR, EFBIG, ENOSPC, EROFS, EPIPE, ENAMETOOLONG, ESTALE.
        let cases = [
            (2, "没有这个文件"),
            (5, "操作系统报错"),
            (13, "没有权限"),
            (17, "已有同名"),
            (20, "不是文件夹"),
            (21, "应是文件"),
            (27, "文件过大"),
            (28, "空间已满"),
            (30, "只读"),
            (32, "已经退出"),
            (36, "文件名过长"),
            (116, "失效"),
        ];
        for (number, expected) in cases {
            let error = io::Error::from_raw_os_error(number);
            let Text { zh, en } = system(&error);
            assert!(zh.contains(expected), "{zh}");
            assert!(
                zh.contains(&format!("（系统信息：{error}）")) && en.contains(&format!(" (system: {error})")),
                "{zh} {en}"
            );
        }
    }
}
