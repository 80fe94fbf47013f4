using System.Collections.Immutable;
using MessagePack;
using MessagePack.Formatters;
using MessagePack.Resolvers;
using TargetLedger.Domain.Commitments;

namespace TargetLedger.Boards;

/// <summary>
/// A commitment without its words in a hundred bytes a report or less: MessagePack, with the members' names, in one LZ4 block. It depends on
/// the commitment alone; how it is written is part of the shape of <see cref="LightsProjection"/>.
/// </summary>
internal static class PackedCommitment
{
    // To write a long history again with every report costs more than to fold it the few times it is asked for.
    private const int MostReports = 200;

    private static readonly MessagePackSerializerOptions Options = MessagePackSerializerOptions.Standard
        .WithCompression(MessagePackCompression.Lz4Block)
        .WithResolver(CompositeResolver.Create(
            ImmutableLists.Instance, NativeGuidResolver.Instance, NativeDecimalResolver.Instance, ContractlessStandardResolver.Instance));

    /// <summary>Null where it is not worth its while.</summary>
    public static byte[]? Pack(Commitment commitment)
        => commitment.Reports.Count <= MostReports ? MessagePackSerializer.Serialize(commitment, Options) : null;

    public static Commitment Unpack(byte[] packed) => MessagePackSerializer.Deserialize<Commitment>(packed, Options);

    /// <summary>The library has them in a package of their own, which this version lacks.</summary>
    private sealed class ImmutableLists : IFormatterResolver
    {
        public static readonly ImmutableLists Instance = new();

        public IMessagePackFormatter<T>? GetFormatter<T>() => Known<T>.Formatter;

        private static class Known<T>
        {
            public static readonly IMessagePackFormatter<T>? Formatter = typeof(T).IsGenericType && typeof(T).GetGenericTypeDefinition() == typeof(ImmutableList<>)
                ? (IMessagePackFormatter<T>?)Activator.CreateInstance(typeof(ListFormatter<>).MakeGenericType(typeof(T).GenericTypeArguments))
                : null;
        }
    }

    private sealed class ListFormatter<T> : CollectionFormatterBase<T, ImmutableList<T>.Builder, ImmutableList<T>.Enumerator, ImmutableList<T>>
    {
        protected override ImmutableList<T>.Builder Create(int count, MessagePackSerializerOptions options) => ImmutableList.CreateBuilder<T>();

        protected override void Add(ImmutableList<T>.Builder collection, int index, T value, MessagePackSerializerOptions options) => collection.Add(value);

        protected override ImmutableList<T> Complete(ImmutableList<T>.Builder intermediateCollection) => intermediateCollection.ToImmutable();

        protected override ImmutableList<T>.Enumerator GetSourceEnumerator(ImmutableList<T> source) => source.GetEnumerator();
    }
}
