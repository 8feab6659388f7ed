/// Namespace of the module until its first type stands here.
enum DisclosureModule {}
